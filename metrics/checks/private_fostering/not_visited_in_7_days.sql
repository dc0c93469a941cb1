/*
field    = "first_visit_on"
severity = "warning"
sentence = """
Seven working days after notified_on there is no first visit. Check whether it was made, and fill in first_visit_on.
"""
source   = "Our own: Children (Private Arrangements for Fostering) Regulations 2005, regulations 4 and 7"
reads    = ["working_days"]
*/
select rows.row_number
from rows
cross join file
inner join working_days as told on told.day = rows.notified_on
inner join working_days as reached
    on reached.day = least(file.as_at, coalesce(rows.ended_on, file.as_at))
where
    rows.first_visit_on is null
    and reached.number - told.number > 7
