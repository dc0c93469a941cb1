/*
field    = "end_date"
severity = "warning"
sentence = """
The plan starts and ends on the same day. Check that it was a plan at all.
"""
source   = "DfE children in need census, rule 8840"
*/
select rows.row_number
from rows
where rows.end_date = rows.start_date
