/*
field    = "conference_date"
severity = "warning"
sentence = """
The conference is on a Saturday or Sunday. Check the day.
"""
source   = "DfE children in need census, rule 8875"
*/
select rows.row_number
from rows
where isodow(rows.conference_date) > 5
