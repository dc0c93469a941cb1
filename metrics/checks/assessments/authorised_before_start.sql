/*
field    = "authorised_date"
severity = "block"
sentence = """
authorised_date is before start_date. Correct one of the two: the assessment was left out.
"""
source   = "DfE children in need census, rule 8608"
*/
select rows.row_number
from rows
where rows.authorised_date < rows.start_date
