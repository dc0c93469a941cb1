/*
line      = 7
title     = "Assaults on children recorded"
short     = "assaults on children"
asks      = "How many assaults on children come to light?"
counts    = """
Offences of violence, with and without injury, recorded by the police in the period, with a victim under 18, on the day they
were recorded and not on the day they happened.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "serious_violence"]
numerator_is = "assaults recorded"
no_benchmark_because = "the Home Office does not publish them by age of the victim for one area"
breakdowns = { outcome = "Outcome", category = "Kind of offence", age_band = "Age of the victim", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
Assaults by other children, at school and in the street, are among them. Better recording raises the figure. Recent offences
have no outcome yet, so their outcomes go on changing.
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
where offence.category in ('violence_with_injury', 'violence_without_injury')
