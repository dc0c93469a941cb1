/*
field    = "miles_from_home"
severity = "warning"
sentence = """
miles_from_home is over 200. Check that it is in miles, and the right placement.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.miles_from_home > 200
