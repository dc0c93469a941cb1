/*
field    = "missing_from_care"
severity = "error"
sentence = """
missing_from_care is yes, and the council's records of care do not know the child. Check missing_from_care and child_id.
"""
source   = "SSDA903, rule INT04"
reads    = ["looked_after_periods"]
*/
with known as (
    select distinct looked_after_periods.child_id
    from looked_after_periods
),

from_care as (
    select
        rows.row_number,
        known.child_id is not null as is_known
    from rows
    cross join covered
    left join known on known.child_id = rows.child_id
    where
        rows.missing_from_care
        and rows.missing_from::date between covered.first_day and covered.last_day
),

-- Where the two agencies number children in their own ways none is known, and nothing can be said.
shared as (
    select avg(from_care.is_known::integer) as share
    from from_care
)

select from_care.row_number
from from_care
cross join shared
where
    not from_care.is_known
    and shared.share >= 0.5
