/* Spells of missing education that stand. */
select
    hash(standing.child_id, standing.identified_on) as missing_education_id,
    standing.*
from standing
order by standing.identified_on
