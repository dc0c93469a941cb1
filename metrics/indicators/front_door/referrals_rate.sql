/*
line      = 2
title     = "Referrals in the last twelve months, rate per 10,000 children"
short     = "referrals rate"
asks      = "Do we receive more or fewer referrals than places like ours?"
counts    = """
Referrals received in the twelve months that end with the period, for every 10,000 children aged 0 to 17 who live in the area.
Twelve months at any date, so that it can be set beside the yearly national figure.
"""
unit      = "rate_per_10000"
says      = "quantity"
timing    = "rolling_year"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "referrals in twelve months"
denominator_is = "children aged 0 to 17 living in the area"
benchmark = "referrals_rate"
caution   = """
The population is the Office for National Statistics' estimate for 30 June of the financial year in which the period ends, or
the newest before it.
"""
source    = "DfE, Local Authority Interactive Tool, measure 305; children in need census table C1"
reviewed  = 2026-11-24
*/
select
    referral.referral_id                    as case_id,
    referral.child_id,
    referral.family_id,
    referral.referral_date                  as counts_on
from referrals as referral
