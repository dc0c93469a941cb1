/*
field    = "reviewed_on"
severity = "warning"
sentence = """
reviewed_on is the day the plan started. Check that it was a review, and not the conference that made the plan.
"""
source   = "DfE children in need census, rule 8841"
*/
select rows.row_number
from rows
where rows.reviewed_on = rows.plan_start
