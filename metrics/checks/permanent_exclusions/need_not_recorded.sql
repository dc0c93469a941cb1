/*
field    = "child_in_need"
severity = "warning"
sentence = """
child_in_need is empty. Fill in yes or no: the exclusion counts as one of a child who is not in need.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.child_in_need is null
