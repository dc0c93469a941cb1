/*
line      = 4
title     = "Child protection plans ended"
short     = "plans ended"
asks      = "How many plans came to an end?"
counts    = "Child protection plans that ended in the period, the last day included."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "plans ended"
no_benchmark_because = "the published count of plans ending is not set beside a quarter's"
breakdowns = { category = "Latest category of abuse", age_band = "Age at the start of the plan" }
caution   = "Plans that end early and come back show in second plans: read both."
source    = "DfE, Local Authority Interactive Tool, measure 16; children in need census table D7"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.end_date                           as counts_on,
    plan.category,
    plan.age_band
from cp_plans as plan
where plan.end_date is not null
