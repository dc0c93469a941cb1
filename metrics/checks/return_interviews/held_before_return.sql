/*
field    = "held_at"
severity = "error"
sentence = """
held_at is before returned_at. Correct one of the two: the interview does not count as in time.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.held_at < rows.returned_at
