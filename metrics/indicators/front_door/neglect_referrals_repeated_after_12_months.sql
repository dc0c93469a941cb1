/*
line      = 15
title     = "Referrals for neglect repeated after more than twelve months"
short     = "neglect referred again later"
asks      = "Does neglect come back when nobody is looking?"
counts    = """
Referrals received in the period with neglect among the concerns. The figure is the share of them whose child was last referred
for neglect more than twelve months, and no more than three years, before.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["front_door", "neglect"]
numerator_is = "referrals for neglect more than twelve months after the previous one"
denominator_is = "referrals for neglect"
no_benchmark_because = "the published re-referrals are not split by concern"
breakdowns = { source = "Who referred", age_band = "Age at referral" }
needs     = ["referrals.neglect"]
looks_back = 36
caution   = """
Three years are our own limit: without one the figure would rise by itself as the records grow longer. With less than three
years of earlier data it is the least it can be.
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
        referral.referral_date > (referral.previous_neglect_on + interval 12 months)::date
        and referral.referral_date <= (referral.previous_neglect_on + interval 36 months)::date,
        false
    )                                       as numerator
from referrals as referral
where referral.neglect
