/*
field    = "later_visits"
severity = "error"
sentence = """
later_visits holds a day before notified_on. Correct one of the two: the next visit is counted from it.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where list_min(rows.later_visits) < rows.notified_on
