/*
line      = 5
title     = "Children looked after with three or more placements in the year"
short     = "three or more placements"
asks      = "Do our children in care have to move too often?"
counts    = """
Children looked after with a placement on the last day of the period. The figure is the share of them who had three or more
placements in the twelve months that end with that day: those already open on the first day and those open on the last are
included. A change with the same carers, who may have become the adopters, is none.
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
breakdowns = { setting = "Kind of placement", place = "Area of placement" }
needs     = ["placements.end_date"]
looks_back = 12
caution   = """
A planned move to a better home counts like a breakdown. It needs a full year of placements: with less it is the least it can
be. A few sibling groups can move it.
"""
source    = "DfE, Local Authority Interactive Tool, measure 372; SSDA903"
reviewed  = 2026-11-25
*/
with in_turn as (
    select
        placement.placement_id,
        placement.child_id,
        placement.family_id,
        placement.start_date                as from_day,
        least(placement.ended_on, placement.three_until) as until_day,
        true                                as has_three,
        placement.setting,
        placement.place
    from placements as placement
    where placement.three_until is not null
    union all
    select
        placement.placement_id,
        placement.child_id,
        placement.family_id,
        greatest(placement.start_date, placement.three_until) as from_day,
        placement.ended_on                  as until_day,
        false                               as has_three,
        placement.setting,
        placement.place
    from placements as placement
)

select
    hash(in_turn.placement_id, in_turn.has_three) as case_id,
    in_turn.child_id,
    in_turn.family_id,
    in_turn.from_day                        as counts_from,
    in_turn.until_day                       as counts_until,
    in_turn.has_three                       as numerator,
    in_turn.setting,
    in_turn.place
from in_turn
