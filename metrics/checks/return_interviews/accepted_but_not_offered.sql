/*
field    = "accepted"
severity = "warning"
sentence = """
accepted is yes although offered is no. Correct one of the two.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.accepted
    and not rows.offered
