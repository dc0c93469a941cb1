/* Spells of elective home education that stand. */
select
    hash(standing.child_id, standing.started_on) as home_education_id,
    standing.*
from standing
order by standing.started_on
