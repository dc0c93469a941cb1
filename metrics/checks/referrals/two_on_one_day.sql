/*
field    = "referral_date"
severity = "error"
sentence = """
The child has another referral on this day. Remove one of the two if they are the same: both are counted.
"""
source   = "DfE children in need census, rule 8820 (same day)"
*/
with busy_day as (
    select
        rows.child_id,
        rows.referral_date,
        count(*) as referrals
    from rows
    group by
        rows.child_id,
        rows.referral_date
    having count(*) > 1
)

select rows.row_number
from rows
inner join busy_day
    on
        busy_day.child_id = rows.child_id
        and busy_day.referral_date = rows.referral_date
