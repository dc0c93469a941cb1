/* Allegations that stand. */
select standing.*
from standing
order by standing.referred_on
