/*
field    = "previous_plans"
severity = "warning"
sentence = """
previous_plans is one more than an earlier file said of the same plan. Check that it does not count the plan itself.
"""
source   = "Our own: a known fault of exports, which count the plan itself"
reads    = ["held"]
*/
select rows.row_number
from rows
inner join held
    on
        held.child_id = rows.child_id
        and held.start_date = rows.start_date
where rows.previous_plans = held.previous_plans + 1
