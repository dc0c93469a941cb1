/*
line      = 6
title     = "Children in treatment with CAMHS"
short     = "children in treatment"
asks      = "How many children are getting help with their mental health?"
counts    = """
Children whose treatment by the child and adolescent mental health service had begun by the last day of the period, and who
had not been discharged by then. A child with two referrals counts once.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "mental_health"
themes    = ["health"]
numerator_is = "children in treatment"
no_benchmark_because = "NHS England publishes contacts in twelve months, not children in treatment on a day"
breakdowns = { age_band = "Age at referral", sex = "Sex", ethnicity = "Ethnicity" }
caution   = "A child who waits for treatment is not in it. Cases left open after the last contact make the figure too high."
source    = "Local definition."
reviewed  = 2026-11-25
*/
select
    referral.camhs_referral_id              as case_id,
    referral.child_id,
    referral.child_id                       as counted_as,
    referral.treated_from                   as counts_from,
    referral.discharged_on                  as counts_until,
    referral.age_band,
    referral.sex,
    referral.ethnicity
from camhs_referrals as referral
where referral.treated_from is not null
