/*
field    = "cases_held"
severity = "warning"
sentence = """
More than 50 cases for each whole-time equivalent. Check both numbers.
"""
source   = "DfE children's social work workforce census, caseload bands"
*/
select rows.row_number
from rows
where
    rows.case_holding_fte > 0
    and rows.cases_held > 50 * rows.case_holding_fte
