/*
field    = "outcome"
severity = "warning"
sentence = """
outcome is not referral although referral_date is filled in. Correct one of the two: the contact counts as one that became a referral.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.referral_date is not null
    and rows.outcome <> 'referral'
