/*
line      = 5
title     = "Children looked after with three or more placements in the year"
short     = "three or more placements"
asks      = "Do our children in care have to move too often?"
counts    = """
Children looked after with a placement on the last day of the period. The figure is the share of them who had three or more
placements in the twelve months that end with that day: those already open on the first day and those open on the last are
included. A move to adopters who were already the foster carers is none.
"""
unit      = "percent"
says      = "outcome"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "children with three or more placements in twelve months"
denominator_is = "children with a placement"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { setting = "Kind of placement" }
looks_back = 12
caution   = """
A planned move to a better home counts like a breakdown. It needs a full year of placements: with less it is the least it can
be. A few sibling groups can move it.
"""
source    = "DfE, Local Authority Interactive Tool, measure 372; SSDA903"
reviewed  = 2026-11-25
*/
with in_the_three as (
    select
        placement.placement_id,
        placement.child_id,
        placement.family_id,
        placement.start_date,
        least(placement.ended_on, placement.three_until) as until_day,
        placement.setting
    from placements as placement
    where placement.three_until > placement.start_date
),

in_fewer as (
    select
        placement.placement_id,
        placement.child_id,
        placement.family_id,
        greatest(placement.start_date, placement.three_until) as from_day,
        placement.ended_on,
        placement.setting
    from placements as placement
    where
        placement.three_until is null
        or placement.three_until < coalesce(placement.ended_on, date '9999-12-31')
)

select
    hash(in_the_three.placement_id, 'three') as case_id,
    in_the_three.child_id,
    in_the_three.family_id,
    in_the_three.start_date                 as counts_from,
    in_the_three.until_day                  as counts_until,
    true                                    as numerator,
    in_the_three.setting
from in_the_three
union all
select
    hash(in_fewer.placement_id, 'fewer')    as case_id,
    in_fewer.child_id,
    in_fewer.family_id,
    in_fewer.from_day                       as counts_from,
    in_fewer.ended_on                       as counts_until,
    false                                   as numerator,
    in_fewer.setting
from in_fewer
