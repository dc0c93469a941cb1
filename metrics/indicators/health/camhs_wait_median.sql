/*
line      = 5
title     = "Median days from referral to CAMHS assessment"
short     = "median wait for CAMHS"
asks      = "How long does a child wait to be seen?"
counts    = """
Children first assessed by the child and adolescent mental health service in the period, with the calendar days since their
referral. The figure is the wait of the one in the middle: half waited no longer, half no less.
"""
unit      = "days"
statistic = "median"
says      = "quality"
timing    = "in_period"
better    = "smaller"
owner     = "mental_health"
themes    = ["health"]
numerator_is = "days from referral to assessment"
denominator_is = "referrals assessed"
no_benchmark_because = "no national figure to the assessment is published for one area"
breakdowns = { source = "Who referred", age_band = "Age at referral", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
Children who still wait are not in this figure, however long: it gets worse when a service clears its list. The median does
not move when the longest waits grow longer: read it beside the mean.
"""
source    = "Local definition. NHS England's proposed standard, of 2021, is help within four weeks of referral"
reviewed  = 2026-11-25
*/
select
    referral.camhs_referral_id              as case_id,
    referral.child_id,
    referral.assessed_on                    as counts_on,
    referral.days_to_assessment             as numerator,
    referral.source,
    referral.age_band,
    referral.sex,
    referral.ethnicity
from camhs_referrals as referral
where referral.days_to_assessment is not null
