/* First-time entrants to the youth justice system that stand. */
select
    hash(standing.child_id)                     as entrant_id,
    standing.*
from standing
order by standing.entered_on
