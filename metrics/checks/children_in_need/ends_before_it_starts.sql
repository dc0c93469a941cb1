/*
field    = "end_date"
severity = "block"
sentence = """
end_date is before start_date. Correct one of the two: the episode was left out.
"""
source   = "DfE children in need census, rule 8630"
*/
select rows.row_number
from rows
where rows.end_date < rows.start_date
