/* Return home interviews that stand. */
select standing.*
from standing
order by standing.returned_at
