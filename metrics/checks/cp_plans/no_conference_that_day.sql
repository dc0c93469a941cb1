/*
field    = "start_date"
severity = "warning"
sentence = """
The child has a conference within 30 days of start_date, and none on that day. Check both: a plan starts on the day of its conference.
"""
source   = "DfE children in need census, rule 2885"
reads    = ["section_47_enquiries"]
*/
with near as (
    select
        rows.row_number,
        min(abs(enquiry.conference_date - rows.start_date)) as days
    from rows
    cross join covered
    inner join section_47_enquiries as enquiry on enquiry.child_id = rows.child_id
    where rows.start_date between covered.first_day and covered.last_day
    group by rows.row_number
)

select near.row_number
from near
where near.days between 1 and 30
