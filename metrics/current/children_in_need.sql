/* Episodes of need that stand. */
select
    hash(standing.child_id, standing.start_date) as episode_id,
    standing.*
from standing
order by standing.start_date
