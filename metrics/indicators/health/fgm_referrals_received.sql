/*
line      = 7
title     = "Referrals for female genital mutilation"
short     = "FGM referrals"
asks      = "Do people speak up when a girl has been cut, or may be?"
counts    = """
Referrals in the period of girls under 18 who have undergone female genital mutilation or are at risk of it, whoever made
them.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "health"
themes    = ["health"]
numerator_is = "referrals"
no_benchmark_because = "the NHS publishes attendances of women and girls, not referrals of children"
breakdowns = { source = "Who referred", age_band = "Age" }
caution   = """
Few is not safe: a fall may mean that nobody asks. Most women known to maternity services have adult FGM, and it is the
daughter who is referred.
"""
source    = "Local definition. Serious Crime Act 2015, section 74 (duty to notify the police); HM Government, multi-agency guidance on FGM, 2020"
reviewed  = 2026-11-25
*/
select
    referral.fgm_referral_id                as case_id,
    referral.child_id,
    referral.referred_on                    as counts_on,
    referral.source,
    referral.age_band
from fgm_referrals as referral
