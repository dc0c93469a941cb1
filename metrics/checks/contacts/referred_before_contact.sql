/*
field    = "referral_date"
severity = "error"
sentence = """
referral_date is before contact_date. Correct one of the two: the contact counts as one that became a referral.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.referral_date < rows.contact_date
