/*
line      = 2
title     = "Children on a child protection plan, rate per 10,000 children"
short     = "rate of children on a plan"
asks      = "Do we protect more or fewer children by a plan than places like ours?"
counts    = """
Children on a child protection plan on the last day of the period, for every 10,000 children aged 0 to 17 who live in the area.
"""
unit      = "rate_per_10000"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "children on a plan"
denominator_is = "children aged 0 to 17 living in the area"
benchmark = "cp_plans_rate"
caution   = """
The population is the Office for National Statistics' estimate for 30 June of the financial year in which the period ends, or
the newest before it.
"""
source    = "DfE, Local Authority Interactive Tool, measures 377 and 215"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.child_counts_from                  as counts_from,
    plan.end_date                           as counts_until
from cp_plans as plan
where plan.child_counts_from is not null
