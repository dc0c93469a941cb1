/*
line      = 5
title     = "Sexual offences against children recorded"
short     = "sexual offences"
asks      = "How many sexual offences against children come to light?"
counts    = """
Rapes and other sexual offences recorded by the police in the period, with a victim under 18, on the day they were recorded
and not on the day they happened.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "exploitation"]
numerator_is = "sexual offences recorded"
no_benchmark_because = "the Home Office does not publish them by age of the victim for one area"
breakdowns = { outcome = "Outcome", category = "Kind of offence", age_band = "Age of the victim", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
Many are reported years after they happened, and many never: a rise can mean that children are believed. Recent offences have
no outcome yet, so their outcomes go on changing.
"""
source    = "Home Office Counting Rules for recorded crime; crime outcomes framework"
reviewed  = 2026-11-25
*/
select
    offence.offence_id                      as case_id,
    offence.child_id,
    offence.recorded_on                     as counts_on,
    offence.outcome,
    offence.category,
    offence.age_band,
    offence.sex,
    offence.ethnicity
from offences_against_children as offence
where offence.category in ('rape', 'other_sexual')
