/*
line      = 28
title     = "Children open to services six months after their child protection plan ended"
short     = "step-down followed through"
asks      = "Does help go on when a plan ends, or does the family fall away?"
counts    = """
Child protection plans that ended in the period for which it is recorded whether the child was open to services six months
later. The figure is the share of them after which the child was: in early help, in need or in care.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection", "early_help"]
numerator_is = "plans after which the child was open to services"
denominator_is = "plans ended with the answer recorded"
no_benchmark_because = "no national figure is published"
breakdowns = { category = "Latest category of abuse", age_band = "Age at the start of the plan" }
needs     = ["cp_plans.open_after_six_months"]
settles   = 184
caution   = """
Neither all nor none is good: some children no longer need help. It is known half a year late. Children who turned 18, died
or moved away are left out, as are those of whom nobody looked. Read it beside repeat plans within two years.
"""
source    = "Local definition."
reviewed  = 2026-11-25
*/
select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.end_date                           as counts_on,
    plan.category,
    plan.age_band,
    plan.open_after_six_months              as numerator
from cp_plans as plan
where plan.open_after_six_months is not null
