/*
field    = "no_further_action"
severity = "error"
sentence = """
no_further_action is yes, and a child protection plan began on or after that day with no other referral open. Correct no_further_action, or look for the referral that led to it.
"""
source   = "DfE children in need census, rule 8832"
reads    = ["cp_plans"]
*/
with other as (
    select
        rows.child_id,
        rows.referral_date,
        coalesce(rows.closed_date, date '9999-12-31') as open_until
    from rows
    where rows.no_further_action is not true
)

select distinct rows.row_number
from rows
cross join covered
inner join cp_plans as plan
    on
        plan.child_id = rows.child_id
        and plan.start_date between rows.referral_date and covered.last_day
left join other
    on
        other.child_id = plan.child_id
        and plan.start_date between other.referral_date and other.open_until
where
    rows.no_further_action
    and other.child_id is null
