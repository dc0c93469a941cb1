/*
field    = "outcome_on"
severity = "error"
sentence = """
outcome_on is before recorded_on. Correct one of the two.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.outcome_on < rows.recorded_on
