/*
field    = "ended_at"
severity = "warning"
sentence = """
ended_at is more than 72 hours after taken_at. Check both: police protection ends after 72 hours.
"""
source   = "Our own: Children Act 1989, section 46"
*/
select rows.row_number
from rows
where rows.ended_at > rows.taken_at + interval 72 hours
