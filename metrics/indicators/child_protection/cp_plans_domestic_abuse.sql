/*
line      = 27
title     = "Child protection plans with domestic abuse as a factor"
short     = "plans with domestic abuse"
asks      = "For how many of the children on a plan is domestic abuse a reason?"
counts    = """
Children on a child protection plan on the last day of the period for whom it is recorded whether domestic abuse is among the
reasons for the plan. The figure is the share of them for whom it is, whatever the category of the plan.
"""
unit      = "percent"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection", "domestic_abuse"]
numerator_is = "children with domestic abuse as a factor"
denominator_is = "children on a plan with the answer recorded"
no_benchmark_because = "the DfE counts factors at the end of assessments, not on plans"
breakdowns = { category = "Latest category of abuse" }
needs     = ["cp_plans.domestic_abuse"]
caution   = """
Domestic abuse is no category of a plan: most such plans stand under emotional abuse. Children without an answer are left out:
where only a yes is ever recorded, this figure says 100 per cent.
"""
source    = "Local definition. Domestic Abuse Act 2021, section 3; the DfE's factors of assessment, 3A to 3C"
reviewed  = 2026-11-25
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.child_counts_from                  as counts_from,
    plan.end_date                           as counts_until,
    plan.category,
    plan.domestic_abuse                     as numerator
from cp_plans as plan
where plan.domestic_abuse is not null
