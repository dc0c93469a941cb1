/*
line      = 4
title     = "Children in poverty, by ethnicity"
short     = "poverty by ethnicity"
asks      = "Which children grow up poor?"
counts    = """
Children aged 0 to 17 who live in the area, by the newest count made on or before the last day of the period: the table by
ethnicity. The figure is the share of them who live in relative low income before housing costs.
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
breakdowns = { ethnicity = "Ethnicity" }
caution   = """
Poverty after housing costs is higher, in London by far. Groups for which it is not known are left out of both numbers.
The newest count holds until there is a newer one, which comes a year late or more: say the day with the number.
"""
source    = "Local definition. Relative low income before housing costs, as the Department for Work and Pensions defines it; by ethnicity only local estimates exist"
reviewed  = 2026-11-25
*/
select
    counted.group_id                        as case_id,
    counted.as_at                           as counts_from,
    counted.next_as_at                      as counts_until,
    counted.children_in_poverty             as numerator,
    counted.children                        as denominator,
    counted.ethnicity
from child_population as counted
where
    counted.counted_by = 'ethnicity'
    and counted.children_in_poverty is not null
