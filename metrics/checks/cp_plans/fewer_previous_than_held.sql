/*
field    = "previous_plans"
severity = "warning"
sentence = """
previous_plans is less than the plans that this file and your earlier ones list before it. Correct previous_plans.
"""
source   = "Our own: held against earlier files"
reads    = ["held"]
*/
with listed as (
    select
        rows.child_id,
        rows.start_date,
        rows.end_date
    from rows
    union
    select
        held.child_id,
        held.start_date,
        held.end_date
    from held
),

earlier as (
    select
        rows.row_number,
        rows.previous_plans,
        count(distinct listed.start_date) as plans
    from rows
    inner join listed
        on
            listed.child_id = rows.child_id
            and listed.start_date < rows.start_date
            and listed.end_date <= rows.start_date
    group by
        rows.row_number,
        rows.previous_plans
)

select earlier.row_number
from earlier
where earlier.previous_plans < earlier.plans
