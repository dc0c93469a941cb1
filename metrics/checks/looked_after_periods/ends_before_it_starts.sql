/*
field    = "end_date"
severity = "block"
sentence = """
end_date is before start_date. Correct one of the two: the period in care was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.end_date < rows.start_date
