/*
line      = 15
title     = "Care leavers in suitable accommodation, aged 17 to 18"
short     = "care leavers in suitable accommodation at 17 to 18"
asks      = "Do our care leavers have a decent home at 17 and 18?"
counts    = """
Care leavers whose 17th or 18th birthday fell in the twelve months that end with the period. The figure is the share of them
whose accommodation was judged suitable around that birthday.
"""
unit      = "percent"
says      = "outcome"
timing    = "rolling_year"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "care leavers in suitable accommodation"
denominator_is = "care leavers aged 17 to 18"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { age_band = "Age" }
caution   = """
What is suitable is the council's judgement. Not known because nobody is in touch counts as no. Those who had gone abroad, been
deported or had an unknown residence are left out. A birthday belongs to its quarter: the figure is exact for twelve months
that end with one.
"""
source    = "DfE, Local Authority Interactive Tool, measure 112, for the younger group; SSDA903, OC3"
reviewed  = 2026-11-25
*/
select
    care_leaver.birthday_id                 as case_id,
    care_leaver.child_id,
    care_leaver.quarter_ends                as counts_on,
    care_leaver.age                         as age_band,
    coalesce(care_leaver.suitable_accommodation, false) as numerator
from care_leavers as care_leaver
where
    care_leaver.age in ('17', '18')
    and care_leaver.gone_abroad is distinct from true
