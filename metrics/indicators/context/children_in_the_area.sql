/*
line      = 1
title     = "Children who live in the area"
short     = "children in the area"
asks      = "How many children are there to keep safe?"
counts    = """
Children aged 0 to 17 who live in the area, by the newest count made on or before the last day of the period: the table by age
and sex.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "partnership"
themes    = ["context"]
numerator_is = "children aged 0 to 17"
no_benchmark_because = "a number depends on the size of the area"
breakdowns = { age_band = "Age", sex = "Sex" }
caution   = """
The newest count holds until there is a newer one, which comes a year late or more: say the day with the number. Rates on the other lines use the populations loaded with the comparators: this line sets the scene.
"""
source    = "Office for National Statistics, mid-year population estimates"
reviewed  = 2026-11-25
*/
select
    counted.group_id                        as case_id,
    counted.as_at                           as counts_from,
    counted.next_as_at                      as counts_until,
    counted.children                        as numerator,
    counted.age_band,
    counted.sex
from child_population as counted
where counted.counted_by = 'age and sex'
