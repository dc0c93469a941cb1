/*
line      = 23
title     = "Children on a child protection plan by how long it has been open"
short     = "plans by duration"
asks      = "How long have today's plans been open?"
counts    = """
Children on a child protection plan on the last day of the period, in the DfE's five bands of time since the plan started: 3
months or less; over 3 months, up to 6; over 6 months, under a year; a year, under two; two years or more.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "children on a plan"
no_benchmark_because = "the national figure stands beside the number of children on a plan"
breakdowns = { duration = "How long the plan has been open" }
caution   = """
The total is the number of children on a plan: read the bands. Many short plans can mean many new families, or plans that end
too soon.
"""
source    = "DfE, children in need census table D5: bands of duration of plans at 31 March"
reviewed  = 2026-11-25
*/
with reached as (
    select
        plan.plan_id,
        '1: 3 months or less'               as duration,
        plan.start_date                     as from_day
    from cp_plans as plan
    union all
    select
        plan.plan_id,
        '2: over 3 months, up to 6'         as duration,
        (plan.start_date + interval 3 months)::date + 1 as from_day
    from cp_plans as plan
    union all
    select
        plan.plan_id,
        '3: over 6 months, under a year'    as duration,
        (plan.start_date + interval 6 months)::date + 1 as from_day
    from cp_plans as plan
    union all
    select
        plan.plan_id,
        '4: a year, under two'              as duration,
        (plan.start_date + interval 1 year)::date as from_day
    from cp_plans as plan
    union all
    select
        plan.plan_id,
        '5: two years or more'              as duration,
        two_years_after(plan.start_date)    as from_day
    from cp_plans as plan
),

band as (
    select
        reached.*,
        lead(reached.from_day) over (
            partition by reached.plan_id
            order by reached.from_day
        )                                   as until_day
    from reached
)

select
    hash(plan.plan_id, band.duration)       as case_id,
    plan.child_id,
    plan.family_id,
    greatest(plan.child_counts_from, band.from_day) as counts_from,
    least(plan.end_date, band.until_day)    as counts_until,
    band.duration
from cp_plans as plan
inner join band on band.plan_id = plan.plan_id
where plan.child_counts_from is not null
