/*
reads  = ["episodes"]
covers = "year"
cannot = "the placements that had ended before the year began"
lacks  = ["same_carers"]
*/
with children as (
    select
        header.child,
        any_value(header.dob)           as dob
    from header
    group by header.child
)

select
    episodes.row_number,
    episodes.place,
    episodes.child                      as child_id,
    children.dob                        as date_of_birth,
    episodes.decom                      as start_date,
    episodes.dec                        as end_date,
    episodes.place_type                 as placement_type,
    episodes.ls                         as legal_status,
    episodes.rne                        as reason_for_episode
from episodes
left join children on children.child = episodes.child
where coalesce(upper(episodes.ls) not in ('V3', 'V4'), true)
order by episodes.row_number
