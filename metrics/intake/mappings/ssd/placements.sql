/*
reads  = ["ssd_cla_placement"]
covers = "history"
cannot = "whether a placement is outside the council's area, and whether the carers stayed the same"
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

legal as (
    select
        ssd_legal_status.lega_person_id as person_id,
        ssd_legal_status.lega_legal_status as legal_status,
        day_of(ssd_legal_status.lega_legal_status_start_date) as began_on,
        day_of(ssd_legal_status.lega_legal_status_end_date) as ended_on
    from ssd_legal_status
),

placed as (
    select
        placement.row_number,
        arg_max(legal.legal_status, legal.began_on) as legal_status
    from ssd_cla_placement as placement
    inner join legal
        on
            legal.person_id = placement.clap_person_id
            and legal.began_on <= day_of(placement.clap_cla_placement_start_date)
            and coalesce(legal.ended_on > day_of(placement.clap_cla_placement_start_date), true)
    group by placement.row_number
)

select
    placement.row_number,
    placement.place,
    placement.clap_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    placement.clap_cla_placement_start_date as start_date,
    placement.clap_cla_placement_end_date as end_date,
    placement.clap_cla_placement_type   as placement_type,
    placed.legal_status,
    case
        when try_cast(placement.clap_cla_placement_distance as double) < 999
            then placement.clap_cla_placement_distance
    end                                 as miles_from_home
from ssd_cla_placement as placement
left join placed on placed.row_number = placement.row_number
left join children on children.person_id = placement.clap_person_id
left join families on families.person_id = placement.clap_person_id
where coalesce(left(upper(placed.legal_status), 2) not in ('V3', 'V4'), true)
order by placement.row_number
