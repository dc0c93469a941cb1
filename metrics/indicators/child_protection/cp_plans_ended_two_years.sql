/*
line      = 7
title     = "Child protection plans that had lasted two years or more when they ended"
short     = "plans ended after two years"
asks      = "Did children wait too long for their plan to work?"
counts    = """
Child protection plans that ended in the period. The figure is the share of them that had lasted two years or more on the
day they ended.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["child_protection", "neglect"]
numerator_is = "plans that had lasted two years or more"
denominator_is = "plans ended"
benchmark = "cp_2plus_years_at_closure_pct"
breakdowns = { category = "Latest category of abuse", age_band = "Age at the start of the plan" }
caution   = """
Closing long plans makes this figure worse while children get safer. It is not the measure of plans still open after two
years.
"""
source    = "DfE, Local Authority Interactive Tool, measure 98; children in need census table D7"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.end_date                           as counts_on,
    plan.category,
    plan.age_band,
    plan.end_date >= two_years_after(plan.start_date) as numerator
from cp_plans as plan
where plan.end_date is not null
