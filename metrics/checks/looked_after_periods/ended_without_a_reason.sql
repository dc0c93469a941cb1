/*
field    = "end_reason"
severity = "warning"
sentence = """
end_date is filled in and end_reason is empty. Fill in why care ended: an adoption is missed without it.
"""
source   = "SSDA903, rule 148"
*/
select rows.row_number
from rows
where
    rows.end_date is not null
    and rows.end_reason is null
