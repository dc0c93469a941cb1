/* Visits to children on a plan that stand, with the first day on which the next one is late: ten working days have passed, the
next working day being day 1. Only a visit at which the child was seen starts them anew: next_seen_on is the next of these. */
with working as (
    select
        working_days.number,
        min(working_days.day)                   as day
    from working_days
    group by working_days.number
)

select
    hash(standing.child_id, standing.plan_start, standing.visited_on) as visit_id,
    hash(standing.child_id, standing.plan_start) as plan_id,
    standing.*,
    late.day                                    as late_from,
    min(standing.visited_on) filter (where standing.seen) over (
        partition by standing.child_id, standing.plan_start
        order by standing.visited_on
        rows between 1 following and unbounded following
    )                                           as next_seen_on
from standing
left join working_days as visited on visited.day = standing.visited_on
left join working as late on late.number = visited.number + 11
order by standing.visited_on
