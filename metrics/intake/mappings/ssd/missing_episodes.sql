/*
reads  = ["ssd_missing"]
covers = "history"
cannot = "children missing from home"
*/
with children as (
    select
        ssd_person.pers_person_id       as person_id,
        any_value(coalesce(ssd_person.pers_dob, ssd_person.pers_expected_dob)) as born
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

in_care as (
    select
        ssd_cla_episodes.clae_person_id as person_id,
        day_of(ssd_cla_episodes.clae_cla_episode_start_date) as began_on,
        day_of(ssd_cla_episodes.clae_cla_episode_ceased_date) as ended_on
    from ssd_cla_episodes
)

select
    episode.row_number,
    episode.place,
    episode.miss_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    episode.miss_table_id               as episode_id,
    episode.miss_missing_episode_start_date as missing_from,
    episode.miss_missing_episode_end_date as returned_at,
    case
        when exists (
            select 1 from in_care
            where
                in_care.person_id = episode.miss_person_id
                and in_care.began_on <= day_of(episode.miss_missing_episode_start_date)
                and coalesce(
                    in_care.ended_on >= day_of(episode.miss_missing_episode_start_date), true
                )
        ) then 'yes'
        when (select count(*) from ssd_cla_episodes) > 0 then 'no'
    end                                 as missing_from_care
from ssd_missing as episode
left join children on children.person_id = episode.miss_person_id
left join families on families.person_id = episode.miss_person_id
where
    not regexp_matches(lower(coalesce(episode.miss_missing_episode_type, '')), '^(a$|away|absent)')
