/*
field    = "concluded_on"
severity = "error"
sentence = """
concluded_on is before referred_on. Correct one of the two: the allegation does not count as concluded in time.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.concluded_on < rows.referred_on
