/*
field    = "conference_date"
severity = "error"
sentence = """
The same conference stands with an enquiry and, for a child who moved in, without one. Remove one of the two: both are counted.
"""
source   = "DfE children in need census, rule 2884"
*/
select distinct rows.row_number
from rows
inner join rows as enquiry
    on
        enquiry.child_id = rows.child_id
        and enquiry.conference_date = rows.conference_date
where
    rows.start_date is null
    and enquiry.start_date is not null
