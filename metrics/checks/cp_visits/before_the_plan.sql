/*
field    = "visited_on"
severity = "warning"
sentence = """
visited_on is before plan_start. Check both: a visit before the plan does not count.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.visited_on < rows.plan_start
