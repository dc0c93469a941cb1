/*
field    = "outcome"
severity = "warning"
sentence = """
outcome is empty although concluded_on is not. Fill in how the case was concluded.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.concluded_on is not null
    and rows.outcome is null
