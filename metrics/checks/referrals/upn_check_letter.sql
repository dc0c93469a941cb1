/*
field    = "upn_agrees"
severity = "warning"
sentence = """
The UPN's first letter does not agree with what follows it. Correct the UPN in your system: it was looked at and not kept.
"""
source   = "DfE children in need census, rule 1510"
*/
select rows.row_number
from rows
where not rows.upn_agrees
