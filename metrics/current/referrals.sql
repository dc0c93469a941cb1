/* Referrals that stand, each with the day of the same child's previous referral, and of the previous one for neglect:
the latest on an earlier day. The outcome is in words. */
with days as (
    select
        standing.child_id,
        standing.referral_date,
        bool_or(standing.neglect) as neglect
    from standing
    group by
        standing.child_id,
        standing.referral_date
),

previous as (
    select
        days.child_id,
        days.referral_date,
        lag(days.referral_date) over (partition by days.child_id order by days.referral_date)
            as previous_referral_on,
        max(case when days.neglect then days.referral_date end) over (
            partition by days.child_id
            order by days.referral_date
            rows between unbounded preceding and 1 preceding
        ) as previous_neglect_on
    from days
)

select
    hash(standing.child_id, standing.referral_date, standing.source) as referral_id,
    standing.*,
    previous.previous_referral_on,
    previous.previous_neglect_on,
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
