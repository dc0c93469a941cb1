/*
line      = 7
title     = "Children for whom care proceedings were issued"
short     = "care proceedings issued"
asks      = "For how many children did we go to court?"
counts    = """
Children for whom the council issued care or supervision proceedings in the period, each once however many applications there
were.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["in_care", "child_protection"]
numerator_is = "children"
no_benchmark_because = "Cafcass publishes applications and children by quarter and council: this tool does not load it yet"
breakdowns = { age_band = "Age when issued" }
caution   = "Brothers and sisters are in one application: read the number of families too."
source    = """
Local definition: children, from the council's own record. Children Act 1989, section 31; compare Cafcass, public law data,
which counts applications, and the children in them, on the day the court sends them
"""
reviewed  = 2026-11-25
*/
select
    proceedings.proceedings_id              as case_id,
    proceedings.child_id,
    proceedings.family_id,
    proceedings.child_id                    as counted_as,
    proceedings.issued_on                   as counts_on,
    proceedings.age_band
from care_proceedings as proceedings
