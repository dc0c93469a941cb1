/*
field    = "conference_date"
severity = "error"
sentence = """
conference_date is before start_date. Correct one of the two: the conference counts, but not as in time.
"""
source   = "DfE children in need census, rule 8615"
*/
select rows.row_number
from rows
where rows.conference_date < rows.start_date
