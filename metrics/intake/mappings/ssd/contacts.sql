/*
reads  = ["ssd_contacts"]
covers = "history"
cannot = "the day of the referral that a contact became"
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
    contact.row_number,
    contact.place,
    contact.cont_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    contact.cont_contact_date           as contact_date,
    contact.cont_contact_source_code    as source,
    case
        when is_flagged(contact.cont_contact_outcome_json, 'NEW_REFERRAL_FLAG') then 'referral'
        when
            is_flagged(contact.cont_contact_outcome_json, 'EXISTING_REFERRAL_FLAG')
            then 'open case'
        when is_flagged(contact.cont_contact_outcome_json, 'ADVICE_FLAG') then 'advice'
        when is_flagged(contact.cont_contact_outcome_json, 'NFA_FLAG') then 'no action'
    end                                 as outcome
from ssd_contacts as contact
left join children on children.person_id = contact.cont_person_id
left join families on families.person_id = contact.cont_person_id
