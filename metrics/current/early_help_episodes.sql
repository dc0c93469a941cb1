/* Early help that stands. The agency that leads it is in words: its code with a capital letter. */
select
    hash(standing.child_id, standing.opened_on) as episode_id,
    standing.*,
    upper(left(standing.lead_agency, 1)) || substr(standing.lead_agency, 2) as led_by
from standing
order by standing.opened_on
