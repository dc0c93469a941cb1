/*
field    = "discharged_on"
severity = "block"
sentence = """
discharged_on is before referred_on. Correct one of the two: the referral was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.discharged_on < rows.referred_on
