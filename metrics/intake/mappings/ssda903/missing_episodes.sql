/*
reads  = ["missing"]
covers = "year"
cannot = "the time of day at which a child went missing or came back, and children missing from home"
*/
select
    missing.row_number,
    missing.place,
    missing.child
    || ' '
    || coalesce(day_of(missing.mis_start)::varchar, missing.mis_start) as episode_id,
    missing.child                       as child_id,
    missing.dob                         as date_of_birth,
    missing.mis_start                   as missing_from,
    missing.mis_end                     as returned_at,
    'yes'                               as missing_from_care
from missing
where coalesce(upper(missing.missing) <> 'A', true)
