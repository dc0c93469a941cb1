/*
field    = "children_in_household"
severity = "error"
sentence = """
children_in_household is empty. Fill in how many, or 0: the hearing was left out of the cases with children.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.children_in_household is null
