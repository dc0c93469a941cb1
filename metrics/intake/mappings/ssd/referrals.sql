/*
reads  = ["ssd_cin_episodes"]
covers = "history"
cannot = "whether neglect was among the concerns at a referral"
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

select
    referral.row_number,
    referral.place,
    referral.cine_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    referral.cine_referral_date         as referral_date,
    referral.cine_referral_source_code  as source,
    referral.cine_cin_primary_need_code as primary_need,
    referral.cine_referral_nfa          as no_further_action,
    referral.cine_close_date            as closed_date,
    referral.cine_close_reason          as closure_reason
from ssd_cin_episodes as referral
left join children on children.person_id = referral.cine_person_id
left join families on families.person_id = referral.cine_person_id
