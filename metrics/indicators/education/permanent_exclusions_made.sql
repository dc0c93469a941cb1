/*
line      = 4
title     = "Permanent exclusions"
short     = "permanent exclusions"
asks      = "How many children lose their school?"
counts    = """
Permanent exclusions from school that began in the period, unless they were taken back by the governors or a review.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "education"
themes    = ["education", "exploitation"]
numerator_is = "permanent exclusions"
no_benchmark_because = "the DfE's table of suspensions and exclusions cannot be loaded yet"
breakdowns = { setting = "Kind of school", age_band = "Age", sex = "Sex", ethnicity = "Ethnicity" }
settles   = 64
caution   = """
An exclusion still under review is counted, and goes if it is taken back; the DfE counts only those upheld, two terms later.
The figure is provisional for the fifteen school days in which governors decide, a summer holiday between them. Moves to
another school by agreement are not exclusions and do not show here.
"""
source    = "DfE, Suspensions and permanent exclusions in England; the number, not the rate of pupils"
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
