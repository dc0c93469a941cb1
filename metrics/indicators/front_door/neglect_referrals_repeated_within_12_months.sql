/*
line      = 14
title     = "Referrals for neglect repeated within twelve months"
short     = "neglect referred again in a year"
asks      = "Did help for neglect last?"
counts    = """
Referrals received in the period with neglect among the concerns. The figure is the share of them that came within twelve months
of the same child's previous referral for neglect: on a later day than it, and no later than the same date a year on.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["front_door", "neglect"]
numerator_is = "referrals for neglect within twelve months of the previous one"
denominator_is = "referrals for neglect"
no_benchmark_because = "the published re-referrals are not split by concern"
breakdowns = { source = "Who referred", age_band = "Age at referral" }
needs     = ["referrals.neglect"]
looks_back = 12
caution   = """
It needs neglect to be recorded at every referral, whether or not it is the main concern. A referral for something else in
between is passed over.
"""
source    = "Local definition. Neglect as recorded among the concerns at referral: the census knows only abuse or neglect as one need (N1)"
reviewed  = 2026-11-25
*/
select
    referral.referral_id                    as case_id,
    referral.child_id,
    referral.family_id,
    referral.referral_date                  as counts_on,
    referral.source,
    referral.age_band,
    coalesce(
        referral.referral_date <= (referral.previous_neglect_on + interval 12 months)::date,
        false
    )                                       as numerator
from referrals as referral
where referral.neglect
