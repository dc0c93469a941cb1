/*
line      = 3
title     = "Children looked after and placed out of area"
short     = "placed out of area"
asks      = "How many of our children in care live outside our area?"
counts    = """
Children looked after with a placement on the last day of the period, for whom its area is recorded. The figure is the share of
them placed outside the council's boundary.
"""
unit      = "percent"
says      = "quality"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["in_care", "exploitation"]
numerator_is = "children placed outside the boundary"
denominator_is = "children with a placement whose area is recorded"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { setting = "Kind of placement" }
needs     = ["placements.out_of_area"]
caution   = """
A placement over the boundary can be near, and right for the child: read it beside those over 20 miles away. Where the
area is not recorded the child is in neither number; the DfE keeps such children in the total.
"""
source    = "DfE, children looked after in England: placements outside the council boundary; SSDA903"
reviewed  = 2026-11-25
*/
select
    placement.placement_id                  as case_id,
    placement.child_id,
    placement.family_id,
    placement.start_date                    as counts_from,
    placement.ended_on                      as counts_until,
    placement.setting,
    placement.out_of_area                   as numerator
from placements as placement
where placement.out_of_area is not null
