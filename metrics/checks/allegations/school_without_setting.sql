/*
field    = "setting"
severity = "warning"
sentence = """
setting is empty although education made the referral. Fill in the kind of setting.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.referred_by = 'education'
    and rows.setting is null
