/*
line      = 6
title     = "Children looked after long term who have stayed in one placement"
short     = "long-term placement stability"
asks      = "Do children who grow up in our care have a settled home?"
counts    = """
Children under 16 on the last day of the period who had then been looked after without a break for two and a half years or
more. The figure is the share of them who had been in the same placement for two years or more, or are placed for adoption and
have been there, and in the placement before, for two years together. A change with the same carers is none.
"""
unit      = "percent"
says      = "outcome"
timing    = "as_at"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "children in one placement for two years or more"
denominator_is = "children under 16 in care for two and a half years or more"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { setting = "Kind of placement", place = "Area of placement" }
needs     = ["placements.end_date"]
caution   = """
Birthdays are not kept: a child who turns 16 counts until the last day of that quarter, so the figure is exact on the last day
of a quarter. It says nothing about children in care for a shorter time.
"""
source    = "DfE, Local Authority Interactive Tool, measure 393; SSDA903"
reviewed  = 2026-11-25
*/
with continuous_care as (
    select
        placement.placement_id,
        (min(care.start_date) + interval 30 months)::date as long_term_from
    from placements as placement
    inner join looked_after_periods as care
        on
            care.child_id = placement.child_id
            and care.start_date <= placement.start_date
            and coalesce(care.end_date > placement.start_date, true)
    group by placement.placement_id
)

select
    placement.placement_id                  as case_id,
    placement.child_id,
    placement.family_id,
    greatest(placement.start_date, continuous_care.long_term_from) as counts_from,
    least(placement.ended_on, placement.sixteen_by) as counts_until,
    (placement.settled_from + interval 2 years)::date as numerator_from,
    placement.setting,
    placement.place
from placements as placement
inner join continuous_care on continuous_care.placement_id = placement.placement_id
where placement.age_band is distinct from '16 and over'
