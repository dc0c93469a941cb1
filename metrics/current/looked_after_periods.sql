/* Periods in care that stand. */
select
    hash(standing.child_id, standing.start_date) as period_id,
    standing.*
from standing
order by standing.start_date
