/*
line      = 1
title     = "Children on a child protection plan"
short     = "children on a plan"
asks      = "How many children are being protected by a plan?"
counts    = """
Children on a child protection plan on the last day of the period. A child counts once, even if two plans are open by
mistake. A plan that ends on that day has ended.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "children on a plan"
benchmark = "cp_plans_number"
breakdowns = { category = "Latest category of abuse", age_band = "Age at the start of the plan" }
caution   = "Neither high nor low is good: read it beside second plans and re-referrals."
source    = "DfE, Local Authority Interactive Tool, measure 377; children in need census table D5"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.child_counts_from                  as counts_from,
    plan.end_date                           as counts_until,
    plan.category,
    plan.age_band
from cp_plans as plan
where plan.child_counts_from is not null
