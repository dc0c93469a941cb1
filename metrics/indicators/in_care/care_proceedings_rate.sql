/*
line      = 8
title     = "Children for whom care proceedings were issued in the last twelve months, rate per 10,000 children"
short     = "rate of care proceedings"
asks      = "Do we go to court for more or fewer children than our population would suggest?"
counts    = """
Children for whom the council issued care or supervision proceedings in the twelve months that end with the period, each once,
for every 10,000 children aged 0 to 17 who live in the area.
"""
unit      = "rate_per_10000"
says      = "quantity"
timing    = "rolling_year"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["in_care", "child_protection"]
numerator_is = "children in twelve months"
denominator_is = "children aged 0 to 17 living in the area"
no_benchmark_because = "the rate that Cafcass publishes for a year to March is of applications, and this one is of children"
caution   = """
It is higher than the published rate of care applications, by which brothers and sisters in one application count once. The
population is the Office for National Statistics' estimate for 30 June of the financial year in which the period ends, or the
newest before it.
"""
source    = """
Local definition: children, from the council's own record. Children Act 1989, section 31; compare Cafcass, public law data,
care applications per 10,000 children
"""
reviewed  = 2026-11-25
*/
select
    proceedings.proceedings_id              as case_id,
    proceedings.child_id,
    proceedings.family_id,
    proceedings.child_id                    as counted_as,
    proceedings.issued_on                   as counts_on
from care_proceedings as proceedings
