/*
field    = "category"
severity = "error"
sentence = """
category is empty. Fill in the latest category of abuse: the plan was kept without one.
"""
source   = "DfE children in need census, rule 8905"
*/
select rows.row_number
from rows
where rows.category is null and rows.initial_category is null
