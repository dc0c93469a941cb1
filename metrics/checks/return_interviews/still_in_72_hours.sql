/*
field    = "held_at"
severity = "info"
sentence = """
The child came back less than 72 hours before the file's day, so the interview can still be in time. Look for it in the next file.
"""
source   = "Our own"
*/
select rows.row_number
from rows
cross join file
where
    rows.held_at is null
    and rows.returned_at + interval 72 hours >= file.as_at + interval 1 day
