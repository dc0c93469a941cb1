/*
line      = 4
title     = "Children looked after and placed over 20 miles from home, out of area"
short     = "placed over 20 miles from home"
asks      = "How many of our children in care live far from home?"
counts    = """
Children looked after with a placement on the last day of the period. The figure is the share of them placed more than 20
miles from the home they came from, and outside the council's boundary.
"""
unit      = "percent"
says      = "quality"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["in_care", "exploitation"]
numerator_is = "children placed more than 20 miles from home and outside the boundary"
denominator_is = "children with a placement"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { setting = "Kind of placement" }
needs     = ["placements.miles_from_home"]
caution   = """
As in the DfE's figure, a child for whom only the area or only the distance is known counts as near, so many unknown distances make
it look better than it is. Where neither is recorded the child is in neither number.
"""
source    = "DfE, Local Authority Interactive Tool, measure 87; SSDA903"
reviewed  = 2026-11-25
*/
select
    placement.placement_id                  as case_id,
    placement.child_id,
    placement.family_id,
    placement.start_date                    as counts_from,
    placement.ended_on                      as counts_until,
    placement.setting,
    coalesce(placement.out_of_area and placement.miles_from_home > 20, false) as numerator
from placements as placement
where
    placement.out_of_area is not null
    or placement.miles_from_home is not null
