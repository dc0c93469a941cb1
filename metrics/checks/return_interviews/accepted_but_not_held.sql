/*
field    = "held_at"
severity = "warning"
sentence = """
accepted is yes and held_at is empty, more than 72 hours after the return. Fill in when it was held, or correct accepted.
"""
source   = "Our own"
*/
select rows.row_number
from rows
cross join file
where
    rows.accepted
    and rows.held_at is null
    and rows.returned_at + interval 72 hours < file.as_at + interval 1 day
