/*
field    = "repeat_case"
severity = "warning"
sentence = """
repeat_case is empty. Fill in yes or no: without it a repeat is found only among earlier hearings of the file.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.repeat_case is null
