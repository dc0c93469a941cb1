/*
field    = "returned_at"
severity = "warning"
sentence = """
The child has been missing for more than 30 days. Check whether the child came back, and fill in returned_at.
"""
source   = "SSDA903, rule 577"
*/
select rows.row_number
from rows
cross join file
where
    rows.returned_at is null
    and rows.missing_from::date + 30 < file.as_at
