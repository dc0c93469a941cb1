/*
line      = 2
title     = "Children looked after, rate per 10,000 children"
short     = "rate of children looked after"
asks      = "Are more or fewer children in our care than our population would suggest?"
counts    = """
Children looked after on the last day of the period, for every 10,000 children aged 0 to 17 who live in the area.
"""
unit      = "rate_per_10000"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "children looked after"
denominator_is = "children aged 0 to 17 living in the area"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
caution   = """
The population is the Office for National Statistics' estimate for 30 June of the financial year in which the period ends, or
the newest before it.
"""
source    = "DfE, Local Authority Interactive Tool, measure 124; SSDA903"
reviewed  = 2026-11-25
*/
select
    care.period_id                          as case_id,
    care.child_id,
    care.family_id,
    care.child_id                           as counted_as,
    care.start_date                         as counts_from,
    care.end_date                           as counts_until
from looked_after_periods as care
