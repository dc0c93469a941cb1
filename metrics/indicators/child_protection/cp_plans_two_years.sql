/*
line      = 6
title     = "Child protection plans open for two years or more"
short     = "plans open two years"
asks      = "Are children staying on plans that are not making them safer?"
counts    = """
Children on a child protection plan on the last day of the period. The figure is the share of them whose plan had by then
been open for two years or more.
"""
unit      = "percent"
says      = "outcome"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["child_protection", "neglect"]
numerator_is = "children whose plan had been open for two years or more"
denominator_is = "children on a plan"
benchmark = "cp_2plus_years_pct"
breakdowns = { category = "Latest category of abuse" }
caution   = """
A few large sibling groups can move this figure: read the number of families too. It is not the measure of plans that ENDED
after two years or more.
"""
source    = "DfE, Local Authority Interactive Tool, measure 264; children in need census table D5"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.child_counts_from                  as counts_from,
    plan.end_date                           as counts_until,
    two_years_after(plan.start_date)        as numerator_from,
    plan.category
from cp_plans as plan
where plan.child_counts_from is not null
