/*
field    = "open_after_six_months"
severity = "warning"
sentence = """
open_after_six_months is filled in although end_date is empty. Correct one of the two.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.open_after_six_months is not null
    and rows.end_date is null
