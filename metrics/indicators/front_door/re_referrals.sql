/*
line      = 3
title     = "Re-referrals within twelve months"
short     = "re-referrals"
asks      = "Are children coming back because help did not last?"
counts    = """
Referrals received in the period. The figure is the share of them that came within twelve months of the same child's
previous referral: on a later day than it, and no later than the same date a year on.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "referrals within twelve months of the child's previous referral"
denominator_is = "referrals received"
benchmark = "rereferrals_12m_pct"
breakdowns = { source = "Who referred", age_band = "Age at referral" }
looks_back = 12
caution   = """
An earlier referral can only be seen if the data reaches back twelve months before the period. A second referral on the same
day is not a re-referral.
"""
source    = "DfE, Local Authority Interactive Tool, measure 271; children in need census table C1 (counted by referral)"
reviewed  = 2026-11-24
*/
select
    referral.referral_id                    as case_id,
    referral.child_id,
    referral.family_id,
    referral.referral_date                  as counts_on,
    referral.source,
    referral.age_band,
    coalesce(
        referral.referral_date <= (referral.previous_referral_on + interval 12 months)::date,
        false
    )                                       as numerator
from referrals as referral
