/* Care proceedings that stand. */
select
    hash(standing.child_id, standing.issued_on) as proceedings_id,
    standing.*
from standing
order by standing.issued_on
