/*
field    = "child_in_need"
severity = "error"
sentence = """
child_in_need says no and looked_after says yes: a child who is looked after is a child in need. Correct one of the two; the row
was kept.
"""
source   = "Our own; Children Act 1989, sections 17 and 20"
*/
select rows.row_number
from rows
where rows.looked_after and not rows.child_in_need
