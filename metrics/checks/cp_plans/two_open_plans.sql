/*
field    = "end_date"
severity = "error"
sentence = """
The child has another plan open with no end date. Close the one that ended: the child is counted once, both plans are kept.
"""
source   = "DfE children in need census, rule 8935"
*/
with open_plan as (
    select
        rows.child_id,
        count(*) as plans
    from rows
    where rows.end_date is null
    group by rows.child_id
    having count(*) > 1
)

select rows.row_number
from rows
inner join open_plan on open_plan.child_id = rows.child_id
where rows.end_date is null
