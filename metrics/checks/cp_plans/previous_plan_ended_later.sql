/*
field    = "previous_ended_on"
severity = "error"
sentence = """
previous_ended_on is after start_date. Correct one of the two: it is not used.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.previous_ended_on > rows.start_date
