/*
field    = "sessions_possible"
severity = "warning"
sentence = """
sessions_possible is 0. Check it: a pupil who could attend no session is left out of the share.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.sessions_possible = 0
