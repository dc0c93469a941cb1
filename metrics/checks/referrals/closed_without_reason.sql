/*
field    = "closure_reason"
severity = "error"
sentence = """
closed_date is filled in and closure_reason is empty. Fill in why the case was closed.
"""
source   = "DfE children in need census, rule 8805"
*/
select rows.row_number
from rows
where
    rows.closed_date is not null
    and rows.closure_reason is null
