/*
line      = 20
title     = "Child protection plans within two years of the child's last one"
short     = "repeat plans within two years"
asks      = "Did we end the last plan too soon?"
counts    = """
Child protection plans that started in the period. The figure is the share of them whose child's last plan had ended no more
than two years before: on the same date two years on at the latest.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["child_protection", "neglect"]
numerator_is = "plans within two years of the last one"
denominator_is = "plans started"
no_benchmark_because = "the DfE publishes second plans whenever the first one was"
breakdowns = { initial_category = "Category of abuse at the start", age_band = "Age at the start of the plan" }
looks_back = 24
caution   = """
It is a part of the second or subsequent plans, and says more of today's work. A plan elsewhere before the family moved is known
only if the council records when it ended. A plan whose child had an earlier one that no file holds, though the files do not reach back
two years from its start, cannot be judged: it is counted apart, in neither part of the share. A sibling group moves it by several at once.
"""
source    = "Local definition, as in many councils. The DfE's measures 14 and 15 count a second plan however long after"
reviewed  = 2026-11-25
*/
with ended as (
    select min(plan.end_date)               as known_from
    from cp_plans as plan
)

select
    plan.plan_id                            as case_id,
    plan.child_id,
    plan.family_id,
    plan.start_date                         as counts_on,
    plan.initial_category,
    plan.age_band,
    coalesce(
        plan.start_date <= (plan.previous_ended_on + interval 2 years)::date,
        false
    )                                       as numerator,
    plan.previous_plans > 0
    and plan.previous_ended_on is null
    and coalesce(ended.known_from > (plan.start_date - interval 2 years)::date, true)
        as not_determinable
from cp_plans as plan
cross join ended
