/*
field    = "ended_on"
severity = "block"
sentence = """
ended_on is before notified_on. Correct one of the two: the arrangement was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.ended_on < rows.notified_on
