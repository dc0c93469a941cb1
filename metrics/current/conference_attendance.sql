/* Invitations to child protection conferences that stand. */
select
    hash(standing.conference_id, standing.invited_agency) as invitation_id,
    standing.*
from standing
order by standing.held_on
