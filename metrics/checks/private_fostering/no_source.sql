/*
field    = "source"
severity = "warning"
sentence = """
source is empty. Fill in who notified: the board looks at who tells the council.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.source is null
