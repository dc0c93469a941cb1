/* Attendances at emergency departments that stand. */
select standing.*
from standing
order by standing.attended_on
