/*
field    = "referred_by"
severity = "error"
sentence = """
referred_by is empty. Fill in the agency: the allegation was kept and counts under 'Not recorded'.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.referred_by is null
