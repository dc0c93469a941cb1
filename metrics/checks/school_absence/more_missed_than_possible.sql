/*
field    = "sessions_missed"
severity = "block"
sentence = """
sessions_missed is more than sessions_possible. Correct one of the two: the pupil was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.sessions_missed > rows.sessions_possible
