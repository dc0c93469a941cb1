/* Permanent exclusions that stand. One that was taken back by the governors or a review is none. */
select
    hash(standing.child_id, standing.excluded_on) as exclusion_id,
    standing.*
from standing
where standing.overturned is distinct from true
order by standing.excluded_on
