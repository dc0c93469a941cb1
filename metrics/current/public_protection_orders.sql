/* Public protection orders and notices that stand. */
select standing.*
from standing
order by standing.made_on
