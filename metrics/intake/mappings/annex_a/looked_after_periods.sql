/*
reads  = ["list_8"]
covers = "six_months"
cannot = "missing episodes one by one, and return interviews but the last"
*/
select
    care.row_number,
    care.place,
    care.child_unique_id        as child_id,
    care.date_of_birth,
    care.gender                 as sex,
    care.ethnicity,
    care.care_started           as start_date,
    care.care_ended             as end_date,
    care.care_end_reason        as end_reason
from list_8 as care
where not coalesce(regexp_matches(care.legal_status, '\bV[34]\b'), false)
