/* Times in police protection that stand. */
select
    hash(standing.child_id, standing.taken_at)  as protection_id,
    standing.*
from standing
order by standing.taken_at
