/*
field    = "children_in_poverty"
severity = "block"
sentence = """
children_in_poverty is more than children. Correct one of the two: the group was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.children_in_poverty > rows.children
