/*
field    = "closed_date"
severity = "warning"
sentence = """
The case is open and the person is over 25. Close it, or correct date_of_birth.
"""
source   = "DfE children in need census, rule 8775Q"
*/
select rows.row_number
from rows
cross join file
where
    rows.closed_date is null
    and rows.no_further_action is not true
    and rows.date_of_birth + interval 25 years < file.as_at
