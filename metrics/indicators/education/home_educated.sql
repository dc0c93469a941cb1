/*
line      = 1
title     = "Children electively home educated"
short     = "home educated children"
asks      = "How many children are taught at home, where few others see them?"
counts    = """
Children whom the council knows to be electively home educated on the last day of the period. A child counts once.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "education"
themes    = ["education"]
numerator_is = "children home educated"
no_benchmark_because = "the DfE's count is for one census day in each term, and its table cannot be loaded yet"
breakdowns = { age_band = "Age when it began", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
It is the parents' right and by itself no sign of harm. Only children the council knows of are counted. A child taught at home
for want of a school place is missing education, not home educated.
"""
source    = "DfE, Elective home education, guidance for local authorities, 2019, and its termly collection"
reviewed  = 2026-11-25
*/
select
    spell.home_education_id                 as case_id,
    spell.child_id,
    spell.child_id                          as counted_as,
    spell.started_on                        as counts_from,
    spell.ended_on                          as counts_until,
    spell.age_band,
    spell.sex,
    spell.ethnicity
from home_education as spell
