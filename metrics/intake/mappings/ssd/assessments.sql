/*
reads  = ["ssd_cin_assessments"]
covers = "history"
cannot = "the day on which a child was seen for an assessment"
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
    assessment.row_number,
    assessment.place,
    assessment.cina_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    assessment.cina_assessment_start_date as start_date,
    assessment.cina_assessment_auth_date as authorised_date
from ssd_cin_assessments as assessment
left join children on children.person_id = assessment.cina_person_id
left join families on families.person_id = assessment.cina_person_id
