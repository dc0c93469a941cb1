/*
field    = "authorised_date"
severity = "warning"
sentence = """
The assessment has been open for more than 45 working days. Check whether it was completed, and fill in authorised_date.
"""
source   = "DfE children in need census, rule 8670Q"
reads    = ["working_days"]
*/
select rows.row_number
from rows
cross join file
inner join working_days as began on began.day = rows.start_date
inner join working_days as reached on reached.day = file.as_at
where
    rows.authorised_date is null
    and reached.number - began.number > 45
