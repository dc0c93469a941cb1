/*
field    = "source"
severity = "warning"
sentence = """
source is empty. Fill in who made the referral: the board looks at who speaks up.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.source is null
