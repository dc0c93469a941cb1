/*
field    = "end_date"
severity = "error"
sentence = """
start_date or end_date is after the day the child died. Correct the day that is wrong.
"""
source   = "DfE children in need census, rules 8915 and 8920"
*/
select rows.row_number
from rows
where
    rows.start_date > rows.died_on
    or rows.end_date > rows.died_on
