/* Reviews of child protection plans that stand, in turn, with the day from which the plan is late by this review (late_on). A
review is due at the latest three months after the plan started, or six months after the review before it. One that came too
late makes the plan late from the day after it was due; after the last one the plan is late once six months have gone by. A
review before its plan started is a slip, and none. */
with in_turn as (
    select
        standing.*,
        lag(standing.reviewed_on) over of_the_plan as last_on,
        lead(standing.reviewed_on) over of_the_plan as next_on
    from standing
    where standing.reviewed_on >= standing.plan_start
    window of_the_plan as (
        partition by standing.child_id, standing.plan_start
        order by standing.reviewed_on
    )
),

due as (
    select
        in_turn.*,
        coalesce(
            in_turn.last_on + interval 6 months,
            in_turn.plan_start + interval 3 months
        )::date                                 as due_by
    from in_turn
)

select
    hash(due.child_id, due.plan_start, due.reviewed_on) as review_id,
    hash(due.child_id, due.plan_start)          as plan_id,
    due.* exclude (last_on, next_on, due_by),
    case
        when due.reviewed_on > due.due_by then due.due_by + 1
        when due.next_on is null then (due.reviewed_on + interval 6 months)::date + 1
    end                                         as late_on
from due
order by due.reviewed_on
