/*
line      = 3
title     = "Referrals to CAMHS"
short     = "CAMHS referrals"
asks      = "How many children are referred for help with their mental health?"
counts    = """
Referrals to the child and adolescent mental health service received in the period, accepted or not. A child who is referred
twice is counted twice.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "mental_health"
themes    = ["health"]
numerator_is = "referrals received"
no_benchmark_because = "NHS England's monthly counts are of referrals to all services, and by place of commissioning"
breakdowns = { source = "Who referred", outcome = "Outcome", age_band = "Age at referral", sex = "Sex", ethnicity = "Ethnicity" }
caution   = "More referrals can mean more need, or a door that is easier to find. The newest referrals may not be decided yet."
source    = "Local definition. NHS England, Mental Health Services Data Set, referrals received"
reviewed  = 2026-11-25
*/
select
    referral.camhs_referral_id              as case_id,
    referral.child_id,
    referral.referred_on                    as counts_on,
    referral.source,
    referral.outcome,
    referral.age_band,
    referral.sex,
    referral.ethnicity
from camhs_referrals as referral
