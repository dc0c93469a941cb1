/*
field    = "case_holding_fte"
severity = "error"
sentence = """
Cases are held but case_holding_fte is 0. Fill in the whole-time equivalent that holds them: the row was left out of the caseload.
"""
source   = "DfE children's social work workforce census, caseload method"
*/
select rows.row_number
from rows
where
    rows.cases_held > 0
    and rows.case_holding_fte = 0
