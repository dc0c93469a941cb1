/*
field    = "closed_date"
severity = "error"
sentence = """
The child has another referral open with no closed_date. Close the one that ended: both are counted.
"""
source   = "DfE children in need census, rule 8815"
*/
with open_referral as (
    select
        rows.child_id,
        count(*) as referrals
    from rows
    where
        rows.closed_date is null
        and rows.no_further_action is not true
    group by rows.child_id
    having count(*) > 1
)

select rows.row_number
from rows
inner join open_referral on open_referral.child_id = rows.child_id
where
    rows.closed_date is null
    and rows.no_further_action is not true
