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
with band as (
    select
        plan.plan_id,
        plan.child_id,
        plan.family_id,
        plan.child_counts_from,
        plan.end_date,
        (plan.start_date + interval 3 months)::date + 1 as second_from,
        (plan.start_date + interval 6 months)::date + 1 as third_from,
        (plan.start_date + interval 1 year)::date as fourth_from,
        two_years_after(plan.start_date)    as fifth_from
    from cp_plans as plan
    where plan.child_counts_from is not null
)

select
    hash(band.plan_id, '1: 3 months or less') as case_id,
    band.child_id,
    band.family_id,
    band.child_counts_from as counts_from,
    least(band.end_date, band.second_from) as counts_until,
    '1: 3 months or less' as duration
from band
union all
select
    hash(band.plan_id, '2: over 3 months, up to 6') as case_id,
    band.child_id,
    band.family_id,
    greatest(band.child_counts_from, band.second_from) as counts_from,
    least(band.end_date, band.third_from) as counts_until,
    '2: over 3 months, up to 6' as duration
from band
union all
select
    hash(band.plan_id, '3: over 6 months, under a year') as case_id,
    band.child_id,
    band.family_id,
    greatest(band.child_counts_from, band.third_from) as counts_from,
    least(band.end_date, band.fourth_from) as counts_until,
    '3: over 6 months, under a year' as duration
from band
union all
select
    hash(band.plan_id, '4: a year, under two') as case_id,
    band.child_id,
    band.family_id,
    greatest(band.child_counts_from, band.fourth_from) as counts_from,
    least(band.end_date, band.fifth_from) as counts_until,
    '4: a year, under two' as duration
from band
union all
select
    hash(band.plan_id, '5: two years or more') as case_id,
    band.child_id,
    band.family_id,
    greatest(band.child_counts_from, band.fifth_from) as counts_from,
    band.end_date as counts_until,
    '5: two years or more' as duration
from band
