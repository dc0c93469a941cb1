/*
line      = 6
title     = "Permanent exclusions of children in care"
short     = "permanent exclusions of children in care"
asks      = "Do children whose parent is the council lose their school?"
counts    = """
Permanent exclusions from school that began in the period, unless taken back, of children who were looked after on that day.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "education"
themes    = ["education", "in_care"]
numerator_is = "permanent exclusions of children looked after"
no_benchmark_because = "the DfE publishes the share of looked after children who are excluded, two years later"
breakdowns = { setting = "Kind of school", age_band = "Age", sex = "Sex", ethnicity = "Ethnicity" }
settles   = 64
caution   = """
Few children are behind it: one makes a difference, and a group of one could be known. An exclusion of which it is not recorded
whether the child was looked after is not counted. It is provisional while governors may still take exclusions back.
"""
source    = "Local definition. Looked after as in the SSDA903 return; the DfE's own figure is a share, by the school census"
reviewed  = 2026-11-25
*/
select
    exclusion.exclusion_id                  as case_id,
    exclusion.child_id,
    exclusion.excluded_on                   as counts_on,
    exclusion.setting,
    exclusion.age_band,
    exclusion.sex,
    exclusion.ethnicity
from permanent_exclusions as exclusion
where exclusion.looked_after
