/*
line      = 5
title     = "Share of permanent exclusions that were of children in need"
short     = "share of exclusions of children in need"
asks      = "Do the children who most need a school lose it?"
counts    = """
Permanent exclusions from school that began in the period, unless taken back. The figure is the share of them whose child was
then a child in need, on a child protection plan or looked after included.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "education"
themes    = ["education", "exploitation"]
numerator_is = "exclusions of children in need"
denominator_is = "permanent exclusions"
no_benchmark_because = "the DfE publishes the share of children in need who are excluded, not the share of exclusions"
breakdowns = { age_band = "Age", sex = "Sex", ethnicity = "Ethnicity" }
settles   = 64
caution   = """
It is not the share of children in need who were excluded. With few exclusions one child moves this figure a long way: read the
numbers. An exclusion of which it is not recorded whether the child was in need stays in the total. It is provisional while
governors may still take exclusions back.
"""
source    = "Local definition. DfE, Local Authority Interactive Tool, measure 250, counts the other way round"
reviewed  = 2026-11-25
*/
select
    exclusion.exclusion_id                  as case_id,
    exclusion.child_id,
    exclusion.excluded_on                   as counts_on,
    coalesce(exclusion.child_in_need, false) as numerator,
    exclusion.age_band,
    exclusion.sex,
    exclusion.ethnicity
from permanent_exclusions as exclusion
