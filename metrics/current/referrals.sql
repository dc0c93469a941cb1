/* Referrals that stand, each with the day of the same child's previous referral, and of the previous one for neglect:
the latest on an earlier day. The outcome is in words. */
select
    hash(standing.child_id, standing.referral_date, standing.source) as referral_id,
    standing.*,
    max(standing.referral_date) over earlier_days as previous_referral_on,
    max(standing.referral_date) filter (where standing.neglect) over earlier_days
        as previous_neglect_on,
    case standing.no_further_action
        when true then 'No further action'
        when false then 'Led to further work'
        else 'Not recorded'
    end::enum('No further action', 'Led to further work', 'Not recorded') as outcome
from standing
window
    earlier_days as (
        partition by standing.child_id
        order by standing.referral_date
        groups between unbounded preceding and 1 preceding
    )
order by standing.referral_date
