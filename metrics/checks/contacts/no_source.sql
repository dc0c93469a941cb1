/*
field    = "source"
severity = "error"
sentence = """
source is empty. Fill in who made contact: the contact was kept and counts under 'Not recorded'.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.source is null
