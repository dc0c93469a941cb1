/*
line      = 24
title     = "Child protection plans reviewed in time"
short     = "plans reviewed in time"
asks      = "Does a conference look again, in time, at whether the child is safer?"
counts    = """
Children on a child protection plan on the last day of the period whose plan had by then been open for three months or more. The
figure is the share of them whose reviews were all in time: the first within three months of the start of the plan, each
later one within six months of the one before it, and none overdue on the day.
"""
unit      = "percent"
says      = "quality"
timing    = "as_at"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "children whose reviews were all in time"
denominator_is = "children on a plan for three months or more"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { category = "Latest category of abuse" }
caution   = """
One late review counts against a plan until it ends, so last year's delays stay in the figure. A review that the file leaves out
counts as late. One conference reviews a whole sibling group: read the families.
"""
source    = "DfE, Local Authority Interactive Tool, measure 19; Working Together to Safeguard Children, on review conferences"
reviewed  = 2026-11-25
*/
with late as (
    select
        review.plan_id,
        min(review.late_on)                 as late_on
    from cp_reviews as review
    group by review.plan_id
),

reviewed as (
    select
        plan.*,
        (plan.start_date + interval 3 months)::date as three_months_on,
        coalesce(late.late_on, (plan.start_date + interval 3 months)::date + 1) as late_on
    from cp_plans as plan
    left join late on late.plan_id = plan.plan_id
    where plan.child_counts_from is not null
)

select
    hash(reviewed.plan_id, 'in time')       as case_id,
    reviewed.child_id,
    reviewed.family_id,
    greatest(reviewed.child_counts_from, reviewed.three_months_on) as counts_from,
    least(reviewed.end_date, reviewed.late_on) as counts_until,
    true                                    as numerator,
    reviewed.category
from reviewed
union all
select
    hash(reviewed.plan_id, 'late')          as case_id,
    reviewed.child_id,
    reviewed.family_id,
    greatest(reviewed.child_counts_from, reviewed.late_on, reviewed.three_months_on) as counts_from,
    reviewed.end_date                       as counts_until,
    false                                   as numerator,
    reviewed.category
from reviewed
