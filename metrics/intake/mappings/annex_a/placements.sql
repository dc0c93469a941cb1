/*
reads  = ["list_8"]
covers = "as_at"
cannot = "the placements before the present one"
*/
select
    care.row_number,
    care.place,
    care.child_unique_id        as child_id,
    care.date_of_birth,
    care.placement_started      as start_date,
    care.placement_type,
    care.legal_status,
    case
        when regexp_matches(lower(care.placement_location), 'out') then 'yes'
        when regexp_matches(lower(care.placement_location), '\bin') then 'no'
    end                         as out_of_area
from list_8 as care
where
    care.care_ended is null and not coalesce(regexp_matches(care.legal_status, '\bV[34]\b'), false)
