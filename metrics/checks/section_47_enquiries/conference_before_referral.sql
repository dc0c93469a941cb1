/*
field    = "conference_date"
severity = "error"
sentence = """
conference_date is before the child's first referral. Correct one of the two.
"""
source   = "DfE children in need census, rule 1104"
reads    = ["referrals"]
*/
with first_referral as (
    select
        referrals.child_id,
        min(referrals.referral_date) as received_on
    from referrals
    group by referrals.child_id
)

select rows.row_number
from rows
inner join first_referral on first_referral.child_id = rows.child_id
where rows.conference_date < first_referral.received_on
