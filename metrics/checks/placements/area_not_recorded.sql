/*
field    = "out_of_area"
severity = "warning"
sentence = """
out_of_area is empty. Fill in yes or no: the child is left out of the share placed out of area.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.out_of_area is null
