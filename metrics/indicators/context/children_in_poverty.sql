/*
line      = 3
title     = "Children in poverty"
short     = "children in poverty"
asks      = "How many children grow up poor?"
counts    = """
Children aged 0 to 17 who live in the area, by the newest count made on or before the last day of the period: the table by
age and sex. The figure is the share of them who live in relative low income before housing costs.
"""
unit      = "percent"
says      = "outcome"
timing    = "as_at"
better    = "smaller"
owner     = "partnership"
themes    = ["context"]
numerator_is = "children in relative low income"
denominator_is = "children in the groups for which it is known"
no_benchmark_because = "the published table of children in low income families is not among the files that can be loaded"
breakdowns = { age_band = "Age", sex = "Sex" }
caution   = """
Poverty after housing costs is higher, in London by far. Groups for which it is not known are left out of both numbers.
The newest count holds until there is a newer one, which comes a year late or more: say the day with the number.
"""
source    = "Department for Work and Pensions, Children in low income families: local area statistics (relative low income)"
reviewed  = 2026-11-25
*/
select
    counted.group_id                        as case_id,
    counted.as_at                           as counts_from,
    counted.next_as_at                      as counts_until,
    counted.children_in_poverty             as numerator,
    counted.children                        as denominator,
    counted.age_band,
    counted.sex
from child_population as counted
where
    counted.counted_by = 'age and sex'
    and counted.children_in_poverty is not null
