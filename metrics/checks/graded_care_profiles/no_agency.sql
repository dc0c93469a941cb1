/*
field    = "completed_by"
severity = "warning"
sentence = """
completed_by is empty. Fill in whose worker did it: the board looks at which agencies use the tool.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.completed_by is null
