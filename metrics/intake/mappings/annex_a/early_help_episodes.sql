/*
reads  = ["list_2"]
covers = "six_months"
cannot = "when early help was closed, and how it ended"
*/
select
    episode.row_number,
    episode.place,
    episode.child_unique_id     as child_id,
    episode.date_of_birth,
    episode.gender              as sex,
    episode.ethnicity,
    episode.eh_started          as opened_on,
    episode.eh_organisation     as lead_agency
from list_2 as episode
