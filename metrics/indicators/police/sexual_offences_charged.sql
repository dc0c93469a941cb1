/*
line      = 6
title     = "Sexual offences against children with a charge or summons"
short     = "sexual offences charged"
asks      = "Are those who abuse children brought to court?"
counts    = """
Rapes and other sexual offences with a victim under 18 to which an outcome was assigned in the period, whenever they were
recorded. The figure is the share of them in which a suspect was charged or summonsed.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "bigger"
owner     = "police"
themes    = ["police", "exploitation"]
numerator_is = "offences with a charge or summons"
denominator_is = "offences with an outcome"
no_benchmark_because = "the Home Office does not publish outcomes by age of the victim for one area"
breakdowns = { category = "Kind of offence", age_band = "Age of the victim", sex = "Sex" }
caution   = """
Offences that are still investigated are not counted, so that a quarter is complete when it ends. A charge is not a
conviction. The Home Office also publishes the share of the offences recorded in a year: the two are not alike.
"""
source    = "Home Office, Crime outcomes in England and Wales: outcomes assigned in the period; charge or summons is outcome type 1 or 1A"
reviewed  = 2026-11-25
*/
select
    offence.offence_id                      as case_id,
    offence.child_id,
    offence.outcome_on                      as counts_on,
    offence.outcome = 'Charge or summons'   as numerator,
    offence.category,
    offence.age_band,
    offence.sex
from offences_against_children as offence
where
    offence.category in ('rape', 'other_sexual')
    and offence.outcome_type is not null
    and offence.outcome_on is not null
