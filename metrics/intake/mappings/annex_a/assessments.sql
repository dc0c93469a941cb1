/*
reads  = ["list_4"]
covers = "six_months"
cannot = "the day on which a child was seen"
*/
select
    assessment.row_number,
    assessment.place,
    assessment.child_unique_id  as child_id,
    assessment.date_of_birth,
    assessment.assessment_started as start_date,
    assessment.assessment_authorised as authorised_date
from list_4 as assessment
