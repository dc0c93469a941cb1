/*
reads  = ["episodes"]
covers = "year"
cannot = "the first day of a period whose first episode had ended before the year began"
*/
with episode as (
    select
        episodes.row_number,
        episodes.place,
        episodes.child,
        day_of(episodes.decom)          as began_on,
        day_of(episodes.dec)            as ended_on,
        upper(episodes.rne)             as rne,
        upper(episodes.rec)             as rec
    from episodes
    where
        day_of(episodes.decom) is not null
        and coalesce(upper(episodes.ls) not in ('V3', 'V4'), true)
),

following as (
    select
        episode.*,
        lag(episode.ended_on) over (
            partition by episode.child
            order by episode.began_on, episode.ended_on nulls last
        )                               as last_ended_on
    from episode
),

numbered as (
    select
        following.*,
        sum(
            case
                when
                    following.last_ended_on = following.began_on
                    and following.rne is distinct from 'S'
                    then 0
                else 1
            end
        )
            over (
                partition by following.child
                order by following.began_on, following.ended_on nulls last
            )                           as period
    from following
),

periods as (
    select
        min(numbered.row_number)        as row_number,
        arg_min(numbered.place, numbered.row_number) as place,
        numbered.child,
        min(numbered.began_on)          as began_on,
        case when bool_and(numbered.ended_on is not null) then max(numbered.ended_on) end
            as ended_on,
        arg_max(coalesce(numbered.rec, ''), numbered.began_on) as rec
    from numbered
    group by
        numbered.child,
        numbered.period
),

children as (
    select
        header.child,
        any_value(header.dob)           as dob,
        any_value(header.sex)           as sex,
        any_value(header.ethnic)        as ethnic
    from header
    group by header.child
)

select
    periods.row_number,
    periods.place,
    periods.child                       as child_id,
    children.dob                        as date_of_birth,
    children.sex,
    children.ethnic                     as ethnicity,
    periods.began_on                    as start_date,
    periods.ended_on                    as end_date,
    case when periods.ended_on is not null and periods.rec like 'E%' then periods.rec end
        as end_reason
from periods
left join children on children.child = periods.child
order by periods.row_number
