/* Children involved in gangs or serious youth violence, as it stands. */
select
    hash(standing.child_id, standing.kind, standing.identified_on) as concern_id,
    standing.*
from standing
order by standing.identified_on
