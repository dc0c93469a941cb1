/*
field    = "notified_on"
severity = "error"
sentence = """
notified_on is before incident_on. Correct one of the two: the notification counts on the day it names.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.notified_on < rows.incident_on
