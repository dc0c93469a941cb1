/*
line      = 7
title     = "Social care cases closed and followed by early help"
short     = "closures stepped down"
asks      = "Does help go on when the social worker leaves?"
counts    = """
Referrals that led to work by children's social care and were closed in the period. The figure is the share of them whose child
was in early help after the day of closing, or came into it within 30 days.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["early_help"]
numerator_is = "closed cases followed by early help"
denominator_is = "cases closed after work by social care"
no_benchmark_because = "no national figure is published; the children in need census counts only closures after an assessment"
breakdowns = { age_band = "Age at referral" }
needs     = ["referrals.closed_date"]
settles   = 30
caution   = """
Not every family needs more help. It is too low where social care and early help know a child under different identifiers.
"""
source    = "Local definition. Step down to early help as a share of closures; 30 days are our own limit"
reviewed  = 2026-11-25
*/
with followed as (
    select distinct referral.referral_id
    from referrals as referral
    inner join early_help_episodes as episode
        on
            episode.child_id = referral.child_id
            and episode.opened_on <= referral.closed_date + interval 30 days
            and coalesce(episode.closed_on > referral.closed_date, true)
)

select
    referral.referral_id                    as case_id,
    referral.child_id,
    referral.family_id,
    referral.closed_date                    as counts_on,
    referral.age_band,
    followed.referral_id is not null        as numerator
from referrals as referral
left join followed on followed.referral_id = referral.referral_id
where
    not coalesce(referral.no_further_action, false)
    and referral.closed_date is not null
