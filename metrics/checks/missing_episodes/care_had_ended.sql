/*
field    = "missing_from_care"
severity = "warning"
sentence = """
missing_from_care is yes, and the council's records say that the child's time in care had ended by then. Check both.
"""
source   = "SSDA903, rule 578"
reads    = ["looked_after_periods"]
*/
with last_period as (
    select
        looked_after_periods.child_id,
        max(coalesce(looked_after_periods.end_date, date '9999-12-31')) as in_care_until
    from looked_after_periods
    group by looked_after_periods.child_id
)

select rows.row_number
from rows
cross join covered
inner join last_period on last_period.child_id = rows.child_id
where
    rows.missing_from_care
    and rows.missing_from::date between covered.first_day and covered.last_day
    and rows.missing_from::date > last_period.in_care_until
