/*
field    = "referral_date"
severity = "error"
sentence = """
referral_date is before the closed_date of the child's referral before it. Correct one of the two: both are counted.
"""
source   = "DfE children in need census, rule 8820"
*/
with ordered as (
    select
        sent.row_number,
        sent.referral_date,
        max(sent.closed_date) over (
            partition by sent.child_id
            order by sent.referral_date
            groups between unbounded preceding and 1 preceding
        ) as closed_until
    from rows as sent
)

select ordered.row_number
from ordered
where ordered.referral_date < ordered.closed_until
