/*
line      = 3
title     = "Child protection plans started"
short     = "plans started"
asks      = "How many plans began?"
counts    = "Child protection plans that started in the period. A child who starts two plans is counted twice."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "plans started"
benchmark = "cp_plans_started_number"
breakdowns = { initial_category = "Category of abuse at the start", age_band = "Age at the start of the plan" }
source    = "DfE, Local Authority Interactive Tool, measure 219; children in need census table D1"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.start_date                         as counts_on,
    plan.initial_category,
    plan.age_band
from cp_plans as plan
