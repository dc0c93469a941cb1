/*
field    = "primary_need"
severity = "warning"
sentence = """
primary_need is empty. Fill in the main need: the child counts under 'Not recorded'.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.primary_need is null
