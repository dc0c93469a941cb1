/*
field    = "offered"
severity = "warning"
sentence = """
An interview was held although offered is no. It counts as offered: correct the record.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.held_at is not null
    and not rows.offered
