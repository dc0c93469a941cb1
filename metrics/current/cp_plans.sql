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

-- Plans that overlap are few: for these alone each earlier plan has to be looked at.
overlapping as (
    select
        plan.child_id,
        plan.start_date,
        max(before_it.end_date)                 as last_ended_on
    from earlier as plan
    inner join standing as before_it
        on
            before_it.child_id = plan.child_id
            and before_it.start_date < plan.start_date
            and before_it.end_date <= plan.start_date
    where plan.covered_until > plan.start_date
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
),

dated as (
    select
        earlier.*,
        case
            when earlier.covered_until > earlier.start_date then overlapping.last_ended_on
            else earlier.covered_until
        end                                     as last_ended_on,
        late.day                                as visit_late_from
    from earlier
    left join overlapping
        on
            overlapping.child_id = earlier.child_id
            and overlapping.start_date = earlier.start_date
    left join working_days as started on started.day = earlier.start_date
    left join working as late on late.number = started.number + 11
)

select
    hash(dated.child_id, dated.start_date)      as plan_id,
    dated.* exclude (previous_ended_on, covered_until, first_ended_on, last_ended_on),
    greatest(
        dated.last_ended_on,
        case when dated.previous_ended_on <= dated.start_date then dated.previous_ended_on end
    )                                           as previous_ended_on,
    case
        when dated.covered_until is null or dated.covered_until <= dated.start_date
            then dated.start_date
        when dated.covered_until < coalesce(dated.end_date, date '9999-12-31')
            then dated.covered_until
    end                                         as child_counts_from,
    coalesce(dated.previous_plans > 0, false)
    or coalesce(dated.first_ended_on <= dated.start_date, false) as is_subsequent
from dated
order by dated.start_date
