/* Notifications of domestic abuse that stand: one row for each child and incident. */
select
    hash(standing.incident_id, standing.child_id) as notification_id,
    standing.*
from standing
order by standing.notified_on
