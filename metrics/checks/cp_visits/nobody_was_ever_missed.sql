/*
field    = "seen"
severity = "warning"
sentence = """
seen is yes in every row. Check that visits at which the child was not seen are listed too.
"""
source   = "Our own"
*/
select min(rows.row_number) as row_number
from rows
having bool_and(rows.seen)
