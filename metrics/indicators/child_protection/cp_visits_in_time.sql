/*
line      = 25
title     = "Children on a child protection plan seen within the last ten working days"
short     = "children on a plan visited in time"
asks      = "Does a social worker see every child on a plan often enough?"
counts    = """
Children on a child protection plan on the last day of the period. The figure is the share of them whom a social worker had seen
on a visit within the last ten working days, the next working day after the visit being day 1, or whose plan had started
within them.
"""
unit      = "percent"
says      = "quality"
timing    = "as_at"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "children seen within ten working days"
denominator_is = "children on a plan"
no_benchmark_because = "no national figure is published"
breakdowns = { category = "Latest category of abuse" }
caution   = """
Ten working days are this tool's own rule: no national one exists, and a plan may ask for more. A visit at which the child was not
seen does not count. It is a picture of one day: after Christmas or in August it may be at its worst.
"""
source    = "Local definition: at least one visit in ten working days, as in many councils' own procedures"
reviewed  = 2026-11-25
*/
-- a visit on the day the plan starts is one with the start, which gives the same ten days.
with seen as (
    select visit.*
    from cp_visits as visit
    where visit.seen and visit.visited_on > visit.plan_start
),

first_seen as (
    select
        seen.plan_id,
        min(seen.visited_on)                as seen_on
    from seen
    group by seen.plan_id
),

spell as (
    select
        plan.plan_id,
        plan.child_id,
        plan.family_id,
        plan.category,
        plan.child_counts_from,
        plan.end_date,
        plan.start_date                     as from_day,
        plan.visit_late_from                as late_from,
        first_seen.seen_on                  as next_day
    from cp_plans as plan
    left join first_seen on first_seen.plan_id = plan.plan_id
    where plan.child_counts_from is not null
    union all
    select
        plan.plan_id,
        plan.child_id,
        plan.family_id,
        plan.category,
        plan.child_counts_from,
        plan.end_date,
        seen.visited_on                     as from_day,
        seen.late_from,
        seen.next_seen_on                   as next_day
    from seen
    inner join cp_plans as plan on plan.plan_id = seen.plan_id
    where plan.child_counts_from is not null
)

select
    hash(spell.plan_id, spell.from_day, 'in time') as case_id,
    spell.child_id,
    spell.family_id,
    greatest(spell.child_counts_from, spell.from_day) as counts_from,
    least(spell.end_date, spell.next_day, spell.late_from) as counts_until,
    true                                    as numerator,
    spell.category
from spell
union all
select
    hash(spell.plan_id, spell.from_day, 'late') as case_id,
    spell.child_id,
    spell.family_id,
    greatest(spell.child_counts_from, spell.late_from) as counts_from,
    least(spell.end_date, spell.next_day)   as counts_until,
    false                                   as numerator,
    spell.category
from spell
