/* MARAC cases that stand, each with whether it is a repeat and, in words, whether children live in the household.

The coordinator's own word on a repeat stands. Where there is none, a case is a repeat when the same victim and perpetrator were
heard on an earlier day, twelve months ago at most. Without a victim there is nothing to look for. */
with previous as (
    select
        standing.*,
        max(standing.heard_on) over before_that_day as previous_heard_on
    from standing
    window before_that_day as (
        partition by standing.victim_id, standing.perpetrator_id
        order by standing.heard_on
        range between unbounded preceding and interval 1 day preceding
    )
)

select
    previous.*,
    coalesce(
        previous.repeat_case,
        previous.victim_id is not null
        and previous.heard_on <= (previous.previous_heard_on + interval 12 months)::date,
        false
    )                                           as is_repeat,
    case
        when previous.children_in_household > 0 then 'With children'
        when previous.children_in_household = 0 then 'Without children'
        else 'Not recorded'
    end                                         as household
from previous
order by previous.heard_on
