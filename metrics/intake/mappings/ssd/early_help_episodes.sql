/*
reads  = ["ssd_early_help_episodes"]
covers = "history"
cannot = "how early help ended, and where it came from"
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

select
    episode.row_number,
    episode.place,
    episode.earl_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    children.sex,
    children.ethnicity,
    episode.earl_episode_start_date     as opened_on,
    episode.earl_episode_end_date       as closed_on,
    episode.earl_episode_organisation   as lead_agency
from ssd_early_help_episodes as episode
left join children on children.person_id = episode.earl_person_id
left join families on families.person_id = episode.earl_person_id
