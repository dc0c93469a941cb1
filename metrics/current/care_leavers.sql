/* What was so at the birthdays of care leavers, as it stands. */
select
    hash(standing.child_id, standing.quarter_ends) as birthday_id,
    standing.*
from standing
order by standing.quarter_ends
