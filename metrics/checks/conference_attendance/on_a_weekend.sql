/*
field    = "held_on"
severity = "warning"
sentence = """
held_on is a Saturday or Sunday. Check the day of the conference.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where isodow(rows.held_on) > 5
