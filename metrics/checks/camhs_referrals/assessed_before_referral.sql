/*
field    = "assessed_on"
severity = "error"
sentence = """
assessed_on is before referred_on. Correct one of the two: the referral was left out of the waiting time.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.assessed_on < rows.referred_on
