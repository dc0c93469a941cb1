/*
field    = "ended_on"
severity = "block"
sentence = """
ended_on is before started_on. Correct one of the two: the row was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.ended_on < rows.started_on
