/*
field    = "children_reported"
severity = "warning"
sentence = """
children_reported is empty although returned_on is filled in. Fill in how many children, 0 when none.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.returned_on is not null
    and rows.children_reported is null
