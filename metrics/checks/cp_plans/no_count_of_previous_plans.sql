/*
field    = "previous_plans"
severity = "warning"
sentence = """
previous_plans is empty. Fill in how many plans the child had before: without it a second plan may be missed.
"""
source   = "DfE children in need census, rule 8730"
*/
select rows.row_number
from rows
where rows.previous_plans is null
