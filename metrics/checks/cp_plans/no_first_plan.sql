/*
field    = "previous_plans"
severity = "warning"
sentence = """
Every one of the {plans} plans with a count has previous_plans of 1 or more; of all plans in England it is one in four. Check that it does not count the plan itself: a first plan has 0.
"""
source   = "Our own: a known fault of exports, which count the plan itself"
reads    = ["covered"]
*/
select
    null as row_number,
    count(rows.previous_plans) as plans
from rows
having
    count(rows.previous_plans) >= 10
    and min(rows.previous_plans) > 0
