/*
reads  = ["ssd_s47_enquiry"]
covers = "history"
cannot = "who was invited to a conference and who came"
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

conferences as (
    select
        ssd_initial_cp_conference.icpc_s47_enquiry_id as enquiry_id,
        min(ssd_initial_cp_conference.icpc_icpc_date) as conference_date
    from ssd_initial_cp_conference
    where not coalesce(is_yes(ssd_initial_cp_conference.icpc_icpc_transfer_in), false)
    group by ssd_initial_cp_conference.icpc_s47_enquiry_id
),

enquiries as (
    select
        enquiry.row_number,
        enquiry.place,
        enquiry.s47e_person_id          as person_id,
        enquiry.s47e_s47_start_date     as start_date,
        conferences.conference_date,
        case
            when conferences.conference_date is not null then 'no'
            else enquiry.s47e_s47_nfa
        end                             as conference_not_required
    from ssd_s47_enquiry as enquiry
    left join conferences on conferences.enquiry_id = enquiry.s47e_s47_enquiry_id
    union all
    select
        conference.row_number + (select count(*) + 1 from ssd_s47_enquiry) as row_number,
        conference.place,
        conference.icpc_person_id       as person_id,
        null                            as start_date,
        conference.icpc_icpc_date       as conference_date,
        null                            as conference_not_required
    from ssd_initial_cp_conference as conference
    where is_yes(conference.icpc_icpc_transfer_in)
)

select
    enquiry.row_number,
    enquiry.place,
    enquiry.person_id                   as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    enquiry.start_date,
    enquiry.conference_date,
    enquiry.conference_not_required
from enquiries as enquiry
left join children on children.person_id = enquiry.person_id
left join families on families.person_id = enquiry.person_id
