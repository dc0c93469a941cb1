/*
reads  = ["list_5"]
covers = "six_months"
cannot = "conferences of children who moved in on another council's plan"
*/
select
    enquiry.row_number,
    enquiry.place,
    enquiry.child_unique_id     as child_id,
    enquiry.date_of_birth,
    enquiry.enquiry_started     as start_date,
    enquiry.conference_date,
    enquiry.conference_unnecessary as conference_not_required
from list_5 as enquiry
