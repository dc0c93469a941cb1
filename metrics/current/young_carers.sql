/* Young carers that stand. */
select
    hash(standing.child_id, standing.identified_on) as carer_id,
    standing.*
from standing
order by standing.identified_on
