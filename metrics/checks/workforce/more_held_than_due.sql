/*
field    = "supervisions_held"
severity = "warning"
sentence = """
supervisions_held is more than supervisions_due. Check both: only those that were due in the month belong here.
"""
source   = "Our own: supervisions in time are a share of those due"
*/
select rows.row_number
from rows
where rows.supervisions_held > rows.supervisions_due
