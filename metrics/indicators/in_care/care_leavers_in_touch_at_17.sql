/*
line      = 11
title     = "Care leavers in touch, aged 17 to 18"
short     = "care leavers in touch at 17 to 18"
asks      = "Do we know how our care leavers are at 17 and 18?"
counts    = """
Care leavers whose 17th or 18th birthday fell in the twelve months that end with the period. The figure is the share of them
with whom the council was in touch around that birthday.
"""
unit      = "percent"
says      = "quality"
timing    = "rolling_year"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "care leavers in touch"
denominator_is = "care leavers aged 17 to 18"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { age_band = "Age" }
caution   = """
In touch is not the same as doing well. Not known counts as not in touch, and so do those who want no more help. A birthday
belongs to its quarter: the figure is exact for twelve months that end with one.
"""
source    = "DfE, Local Authority Interactive Tool, measure 317 (not in touch), turned round, for the younger group; SSDA903, OC3"
reviewed  = 2026-11-25
*/
select
    care_leaver.birthday_id                 as case_id,
    care_leaver.child_id,
    care_leaver.quarter_ends                as counts_on,
    care_leaver.age                         as age_band,
    coalesce(care_leaver.in_touch, false)   as numerator
from care_leavers as care_leaver
where care_leaver.age in ('17', '18')
