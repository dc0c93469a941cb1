/*
field    = "date_of_birth"
severity = "error"
sentence = """
date_of_birth is more than 40 weeks after start_date. Correct one of the two.
"""
source   = "DfE children in need census, rule 8606"
*/
select rows.row_number
from rows
where rows.date_of_birth > rows.start_date + interval 40 weeks
