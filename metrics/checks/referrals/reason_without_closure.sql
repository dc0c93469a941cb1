/*
field    = "closed_date"
severity = "error"
sentence = """
closure_reason is filled in and closed_date is empty. Fill in the day or remove the reason: the case counts as open.
"""
source   = "DfE children in need census, rule 8810"
*/
select rows.row_number
from rows
where
    rows.closure_reason is not null
    and rows.closed_date is null
