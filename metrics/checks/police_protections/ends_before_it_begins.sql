/*
field    = "ended_at"
severity = "error"
sentence = """
ended_at is before taken_at. Correct one of the two: the child is counted.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.ended_at < rows.taken_at
