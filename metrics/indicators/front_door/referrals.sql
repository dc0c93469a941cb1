/*
line      = 1
title     = "Referrals to children's social care"
short     = "referrals"
asks      = "How many requests for help reach children's social care?"
counts    = """
Referrals received in the period. A child who is referred more than once is counted each time,
and a referral that led to no further action counts too.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "referrals received"
benchmark = "referrals_number"
breakdowns = { source = "Who referred", age_band = "Age at referral", outcome = "Outcome", source_outcome = "Who referred, and outcome" }
crossed   = { source_outcome = ["source", "outcome"] }
caution   = """
Neither high nor low is good: fewer can mean that need fell, or that people stopped telling you. Referrals fall in August
when schools are closed.
"""
source    = "DfE, Local Authority Interactive Tool, measure 305; children in need census table C1"
reviewed  = 2026-11-24
*/
select
    referral.referral_id                    as case_id,
    referral.child_id,
    referral.family_id,
    referral.referral_date                  as counts_on,
    referral.source,
    referral.age_band,
    referral.outcome,
    coalesce(referral.source::varchar, 'Not recorded') || ' / ' || referral.outcome::varchar
        as source_outcome
from referrals as referral
