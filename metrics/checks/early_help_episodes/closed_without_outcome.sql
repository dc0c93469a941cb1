/*
field    = "outcome"
severity = "warning"
sentence = """
outcome is empty although the episode is closed. Fill in how it ended: it counts as closed without its outcomes achieved.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.closed_on is not null
    and rows.outcome is null
