/*
field    = "reviewed_on"
severity = "error"
sentence = """
reviewed_on is before plan_start. Correct one of the two: the review does not count.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.reviewed_on < rows.plan_start
