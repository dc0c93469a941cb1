/*
reads  = ["list_1"]
covers = "six_months"
cannot = "what became of a contact"
*/
select
    contact.row_number,
    contact.place,
    contact.child_unique_id     as child_id,
    contact.date_of_birth,
    contact.contact_date,
    contact.contact_source      as source
from list_1 as contact
