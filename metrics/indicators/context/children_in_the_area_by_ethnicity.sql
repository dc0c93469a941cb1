/*
line      = 2
title     = "Children who live in the area, by ethnicity"
short     = "children by ethnicity"
asks      = "Who are the children of this area?"
counts    = """
Children aged 0 to 17 who live in the area, by the newest count of ethnicity made on or before the last day of the period: the
table by ethnicity.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "partnership"
themes    = ["context"]
numerator_is = "children aged 0 to 17"
no_benchmark_because = "a number depends on the size of the area"
breakdowns = { ethnicity = "Ethnicity" }
caution   = """
It need not equal the children of the line above: a census counts ethnicity once in ten years, and pupils are counted where they
go to school. The newest count holds until there is a newer one, which comes a year late or more: say the day with the number.
"""
source    = "Office for National Statistics, Census 2021 (ethnic group by age); or the DfE's school census where the board prefers it"
reviewed  = 2026-11-25
*/
select
    counted.group_id                        as case_id,
    counted.as_at                           as counts_from,
    counted.next_as_at                      as counts_until,
    counted.children                        as numerator,
    counted.ethnicity
from child_population as counted
where counted.counted_by = 'ethnicity'
