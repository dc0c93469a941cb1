/*
field    = "closed_on"
severity = "warning"
sentence = """
closed_on is empty although an outcome is given. Fill in the day it closed: the episode counts as open.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.closed_on is null
    and rows.outcome is not null
