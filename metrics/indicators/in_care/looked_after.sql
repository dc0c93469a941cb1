/*
line      = 1
title     = "Children looked after"
short     = "children looked after"
asks      = "How many children are in our care?"
counts    = """
Children looked after on the last day of the period, each once. A child who leaves care on that day has left. Children who
only have a series of short breaks are not counted.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "children looked after"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { age_band = "Age on entering care", sex = "Sex", ethnicity = "Ethnicity" }
caution   = "Neither high nor low is good: it rests on how many children need care and on how long they stay."
source    = "DfE, Local Authority Interactive Tool, measure 332; SSDA903"
reviewed  = 2026-11-25
*/
select
    care.period_id                          as case_id,
    care.child_id,
    care.family_id,
    care.child_id                           as counted_as,
    care.start_date                         as counts_from,
    care.end_date                           as counts_until,
    care.age_band,
    care.sex,
    care.ethnicity
from looked_after_periods as care
