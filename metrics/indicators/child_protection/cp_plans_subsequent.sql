/*
line      = 5
title     = "Second or subsequent child protection plans"
short     = "second plans"
asks      = "Are children coming back on to a plan?"
counts    = """
Child protection plans that started in the period. The figure is the share of them whose child had been on a plan before,
however long ago.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "plans that were a second or later one"
denominator_is = "plans started"
benchmark = "cp_second_or_subsequent_pct"
breakdowns = { initial_category = "Category of abuse at the start", age_band = "Age at the start of the plan" }
caution   = """
A sibling group that returns together moves this figure by several at once: read the number of families too. It rests on the
count of previous plans that the council sends, or on plans that the store already holds.
"""
source    = "DfE, Local Authority Interactive Tool, measures 14 and 15; children in need census table D3"
reviewed  = 2026-11-24
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.start_date                         as counts_on,
    plan.initial_category,
    plan.age_band,
    plan.is_subsequent                      as numerator
from cp_plans as plan
