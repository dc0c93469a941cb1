/* The workforce by team and month that stands. */
select
    hash(standing.team, standing.month)::varchar as staffing_id,
    standing.*
from standing
order by standing.month
