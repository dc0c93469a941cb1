/* Cases of the 0-25 disability service that stand. */
select
    hash(standing.child_id, standing.opened_on) as disability_case_id,
    standing.*
from standing
order by standing.opened_on
