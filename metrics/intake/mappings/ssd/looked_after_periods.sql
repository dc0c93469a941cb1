/*
reads  = ["ssd_cla_episodes"]
covers = "history"
cannot = "children looked after whose period of care has no first day"
*/
with children as (
    select
        ssd_person.pers_person_id       as person_id,
        any_value(coalesce(ssd_person.pers_dob, ssd_person.pers_expected_dob)) as born,
        any_value(ssd_person.pers_sex)  as sex,
        any_value(ssd_person.pers_ethnicity) as ethnicity
    from ssd_person
    group by ssd_person.pers_person_id
),

families as (
    select
        ssd_family.fami_person_id       as person_id,
        min(ssd_family.fami_family_id)  as family_id
    from ssd_family
    group by ssd_family.fami_person_id
)
,

short_breaks as (
    select distinct
        ssd_legal_status.lega_person_id as person_id,
        day_of(ssd_legal_status.lega_legal_status_start_date) as began_on
    from ssd_legal_status
    where left(upper(ssd_legal_status.lega_legal_status), 2) in ('V3', 'V4')
),

periods as (
    select
        min(episode.row_number)         as row_number,
        arg_min(episode.place, episode.row_number) as place,
        episode.clae_person_id          as person_id,
        min(
            coalesce(
                day_of(episode.clae_entered_care_date),
                day_of(episode.clae_cla_episode_start_date)
            )
        )                               as start_date,
        case
            when bool_and(episode.clae_cla_episode_ceased_date is not null)
                then max(day_of(episode.clae_cla_episode_ceased_date))
        end                             as end_date,
        arg_max(
            coalesce(episode.clae_cla_episode_ceased_reason, ''),
            day_of(episode.clae_cla_episode_start_date)
        )                               as reason
    from ssd_cla_episodes as episode
    group by
        episode.clae_person_id,
        coalesce(episode.clae_cla_id, episode.clae_entered_care_date)
)

select
    period.row_number,
    period.place,
    period.person_id                    as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    children.sex,
    children.ethnicity,
    period.start_date,
    period.end_date,
    case
        when period.end_date is not null and upper(period.reason) not like 'X1%' then period.reason
    end                                 as end_reason
from periods as period
left join children on children.person_id = period.person_id
left join families on families.person_id = period.person_id
where
    not exists (
        select 1 from short_breaks
        where
            short_breaks.person_id = period.person_id
            and short_breaks.began_on = period.start_date
    )
order by period.row_number
