/*
field    = "source"
severity = "error"
sentence = """
source is empty. Fill in who referred: the referral was kept and counts under 'Not recorded'.
"""
source   = "DfE children in need census, rule 8866"
*/
select rows.row_number
from rows
where rows.source is null
