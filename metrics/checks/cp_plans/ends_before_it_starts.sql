/*
field    = "end_date"
severity = "block"
sentence = """
end_date is before start_date. Correct one of the two: the plan was left out.
"""
source   = "DfE children in need census, rule 8925"
*/
select rows.row_number
from rows
where rows.end_date < rows.start_date
