/*
field    = "closed_date"
severity = "warning"
sentence = """
closed_date is not one of the days that the file covers. Check it, and the days that the file covers.
"""
source   = "DfE children in need census, rule 8620"
reads    = ["covered"]
*/
select rows.row_number
from rows
cross join covered
where rows.closed_date not between covered.first_day and covered.last_day
