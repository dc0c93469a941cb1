/* Child protection plans that stand, with what needs a child's history.

A child counts once however many plans are open: child_counts_from is the day from which this plan is the one that counts
the child (null when another open plan covers it from start to end). A plan is a second or later one when the sender counts
an earlier one, or when the store holds one that had ended by then. */
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
)

select
    hash(earlier.child_id, earlier.start_date) as plan_id,
    earlier.* exclude (covered_until, first_ended_on),
    case
        when earlier.covered_until is null or earlier.covered_until <= earlier.start_date
            then earlier.start_date
        when earlier.covered_until < coalesce(earlier.end_date, date '9999-12-31')
            then earlier.covered_until
    end                                         as child_counts_from,
    coalesce(earlier.previous_plans > 0, false)
    or coalesce(earlier.first_ended_on <= earlier.start_date, false) as is_subsequent
from earlier
order by earlier.start_date
