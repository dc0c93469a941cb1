/*
reads  = ["list_6"]
covers = "six_months"
cannot = "care leavers, who are not on the list"
*/
select
    need.row_number,
    need.place,
    need.child_unique_id        as child_id,
    need.date_of_birth,
    need.gender                 as sex,
    need.ethnicity,
    need.need_started           as start_date,
    need.need_ended             as end_date,
    need.primary_need
from list_6 as need
