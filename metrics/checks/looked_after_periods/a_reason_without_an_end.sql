/*
field    = "end_date"
severity = "warning"
sentence = """
end_reason is filled in and end_date is empty. Fill in the day or remove the reason: the child counts as in care.
"""
source   = "SSDA903, rule 148"
*/
select rows.row_number
from rows
where
    rows.end_reason is not null
    and rows.end_date is null
