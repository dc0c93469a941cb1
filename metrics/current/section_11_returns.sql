/* Section 11 returns that stand. */
select
    hash(standing.about_agency, standing.due_on)::varchar as return_id,
    standing.*
from standing
order by standing.due_on
