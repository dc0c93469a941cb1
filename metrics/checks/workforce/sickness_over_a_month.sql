/*
field    = "sickness_days"
severity = "warning"
sentence = """
sickness_days is more than 23 working days for each whole-time equivalent in post. Check that it is days of this month alone.
"""
source   = "Our own: no month has more than 23 working days"
*/
select rows.row_number
from rows
where rows.sickness_days > 23 * rows.fte_in_post
