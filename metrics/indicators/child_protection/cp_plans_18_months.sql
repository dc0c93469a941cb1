/*
line      = 21
title     = "Children on a child protection plan for 18 months or more"
short     = "on a plan for 18 months"
asks      = "For which children must we ask now why the plan does not work?"
counts    = """
Children on a child protection plan on the last day of the period whose plan had by then been open for 18 months or more: the
same day of the month 18 months later had come.
"""
unit      = "count"
says      = "outcome"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["child_protection", "neglect"]
numerator_is = "children on a plan for 18 months or more"
no_benchmark_because = "the DfE publishes two years, not 18 months"
breakdowns = { category = "Latest category of abuse", age_band = "Age at the start of the plan" }
caution   = """
A number, not a share: it grows with the number of plans. One large sibling group may be half of it: read the families.
"""
source    = "Local definition, six months before the DfE's two years (Local Authority Interactive Tool, measure 264)"
reviewed  = 2026-11-25
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    greatest(plan.child_counts_from, (plan.start_date + interval 18 months)::date) as counts_from,
    plan.end_date                           as counts_until,
    plan.category,
    plan.age_band
from cp_plans as plan
where plan.child_counts_from is not null
