/*
field    = "accepted_on"
severity = "warning"
sentence = """
accepted_on is empty although treated_from is not. Fill in the day the referral was accepted.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.treated_from is not null
    and rows.accepted_on is null
