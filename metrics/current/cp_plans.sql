/* Child protection plans that stand, with what needs a child's history.

A child counts once however many plans are open: child_counts_from is the day from which this plan is the one that counts
the child (null when another open plan covers it from start to end). A plan is a second or later one when the sender counts
an earlier one, or when the store holds one that had ended by then. The last plan before it ended on the latest day, up to its
start, that the sender gives or the store holds. The first visit is late once ten working days have passed (visit_late_from). */
with earlier as (
    select
        standing.*,
        max(coalesce(standing.end_date, date '9999-12-31')) over before_this as covered_until,
        min(standing.end_date) over before_this as first_ended_on
    from standing
    window before_this as (
        partition by standing.child_id
        order by standing.start_date, standing.end_date nulls last
        rows between unbounded preceding and 1 preceding
    )
),

last_before as (
    select
        plan.child_id,
        plan.start_date,
        max(before_it.end_date)                 as ended_on
    from standing as plan
    inner join standing as before_it
        on
            before_it.child_id = plan.child_id
            and before_it.start_date < plan.start_date
            and before_it.end_date <= plan.start_date
    group by
        plan.child_id,
        plan.start_date
),

working as (
    select
        working_days.number,
        min(working_days.day)                   as day
    from working_days
    group by working_days.number
)

select
    hash(earlier.child_id, earlier.start_date) as plan_id,
    earlier.* exclude (previous_ended_on, covered_until, first_ended_on),
    greatest(
        last_before.ended_on,
        case when earlier.previous_ended_on <= earlier.start_date then earlier.previous_ended_on end
    )                                           as previous_ended_on,
    case
        when earlier.covered_until is null or earlier.covered_until <= earlier.start_date
            then earlier.start_date
        when earlier.covered_until < coalesce(earlier.end_date, date '9999-12-31')
            then earlier.covered_until
    end                                         as child_counts_from,
    coalesce(earlier.previous_plans > 0, false)
    or coalesce(earlier.first_ended_on <= earlier.start_date, false) as is_subsequent,
    late.day                                    as visit_late_from
from earlier
left join last_before
    on
        last_before.child_id = earlier.child_id
        and last_before.start_date = earlier.start_date
left join working_days as started on started.day = earlier.start_date
left join working as late on late.number = started.number + 11
order by earlier.start_date
