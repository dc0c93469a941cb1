/*
reads  = ["ssd_cin_episodes"]
covers = "history"
cannot = "children in need with no referral on record"
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
    need.row_number,
    need.place,
    need.cine_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    children.sex,
    children.ethnicity,
    need.cine_referral_date             as start_date,
    need.cine_close_date                as end_date,
    need.cine_cin_primary_need_code     as primary_need
from ssd_cin_episodes as need
left join children on children.person_id = need.cine_person_id
left join families on families.person_id = need.cine_person_id
where not coalesce(is_yes(need.cine_referral_nfa), false)
