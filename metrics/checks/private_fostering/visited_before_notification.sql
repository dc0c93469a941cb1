/*
field    = "first_visit_on"
severity = "error"
sentence = """
first_visit_on is before notified_on. Correct one of the two: the visit does not count as in time.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.first_visit_on < rows.notified_on
