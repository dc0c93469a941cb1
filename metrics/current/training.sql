/* Training places that stand. */
select
    hash(standing.course_id, standing.about_agency)::varchar as place_id,
    standing.*
from standing
order by standing.held_on
