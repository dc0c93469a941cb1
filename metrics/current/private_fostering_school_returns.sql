/* Schools' annual returns that stand. A school that named children has answered, with a day or without. */
select
    hash(standing.school_id, standing.about_day) as return_id,
    standing.*,
    standing.returned_on is not null
    or standing.children_reported is not null   as has_returned
from standing
order by standing.about_day
