/* Escalations that stand. */
select standing.*
from standing
order by standing.raised_on
