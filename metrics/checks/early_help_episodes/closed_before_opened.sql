/*
field    = "closed_on"
severity = "block"
sentence = """
closed_on is before opened_on. Correct one of the two: the episode was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.closed_on < rows.opened_on
