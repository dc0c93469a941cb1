/* Referrals that stand, each with the day of the same child's previous referral: the latest one on an earlier day.
The outcome is in words. */
with days as (
    select distinct
        standing.child_id,
        standing.referral_date
    from standing
),

previous as (
    select
        days.child_id,
        days.referral_date,
        lag(days.referral_date) over (partition by days.child_id order by days.referral_date)
            as previous_referral_on
    from days
)

select
    hash(standing.child_id, standing.referral_date, standing.source) as referral_id,
    standing.*,
    previous.previous_referral_on,
    case standing.no_further_action
        when true then 'No further action'
        when false then 'Led to further work'
        else 'Not recorded'
    end as outcome
from standing
inner join previous
    on
        previous.child_id = standing.child_id
        and previous.referral_date = standing.referral_date
order by standing.referral_date
