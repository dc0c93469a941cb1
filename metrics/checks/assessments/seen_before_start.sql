/*
field    = "seen_on"
severity = "warning"
sentence = """
seen_on is before start_date. Correct one of the two: the child does not count as seen for this assessment.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.seen_on < rows.start_date
