/*
line      = 22
title     = "Families with a child on a child protection plan for two years or more"
short     = "families on a plan for two years"
asks      = "How many families are stuck on a plan?"
counts    = """
Families (sibling groups) with at least one child on a child protection plan on the last day of the period whose plan had by then
been open for two years or more. A family counts once. A child of whom no family is known is a family alone.
"""
unit      = "count"
says      = "outcome"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["child_protection", "neglect"]
numerator_is = "families with a plan of two years or more"
no_benchmark_because = "the DfE counts children, not families"
breakdowns = { category = "Latest category of abuse" }
needs     = ["cp_plans.family_id"]
caution   = """
The share of children on such plans is another line. A family whose children have plans of several categories stands in each of
them.
"""
source    = "Local definition: the children of the DfE's measure 264 (Local Authority Interactive Tool), by family"
reviewed  = 2026-11-25
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    coalesce(plan.family_id, plan.child_id) as counted_as,
    greatest(plan.child_counts_from, two_years_after(plan.start_date)) as counts_from,
    plan.end_date                           as counts_until,
    plan.category
from cp_plans as plan
where plan.child_counts_from is not null
