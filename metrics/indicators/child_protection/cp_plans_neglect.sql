/*
line      = 26
title     = "Child protection plans with neglect as the main category"
short     = "plans for neglect"
asks      = "For how many of the children on a plan is neglect the main concern?"
counts    = """
Children on a child protection plan on the last day of the period. The figure is the share of them whose plan's latest category of
abuse was neglect, or, where none is recorded, its category at the start.
"""
unit      = "percent"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection", "neglect"]
numerator_is = "children on a plan for neglect"
denominator_is = "children on a plan"
no_benchmark_because = "this tool does not load the DfE's table of categories yet"
breakdowns = { age_band = "Age at the start of the plan" }
needs     = ["cp_plans.category or cp_plans.initial_category"]
caution   = """
Neglect among several causes stands under 'multiple categories' and is not counted. A change of practice in choosing the category
moves this figure without any child being safer. A plan without a category counts as one for something else.
"""
source    = "DfE, children in need census: latest category of abuse"
reviewed  = 2026-11-25
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.child_counts_from                  as counts_from,
    plan.end_date                           as counts_until,
    plan.age_band,
    coalesce(coalesce(plan.category, plan.initial_category) = 'NEG', false) as numerator
from cp_plans as plan
where plan.child_counts_from is not null
