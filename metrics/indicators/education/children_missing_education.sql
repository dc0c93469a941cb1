/*
line      = 2
title     = "Children missing education"
short     = "children missing education"
asks      = "How many children of school age have no school and no other suitable education?"
counts    = """
Children of compulsory school age known to the council, on the last day of the period, who are on no school's roll and get no
suitable education otherwise. A child counts once.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "smaller"
owner     = "education"
themes    = ["education"]
numerator_is = "children missing education"
no_benchmark_because = "the DfE's count is for one census day in each term, and its table cannot be loaded yet"
breakdowns = { age_band = "Age when found to be missing", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
A child on a school's roll who does not attend is absent, not missing education. A rise can also mean that more are found. The
figure rises each September when children do not take up a place.
"""
source    = "DfE, Children missing education, statutory guidance, 2024; Education Act 1996, section 436A"
reviewed  = 2026-11-25
*/
select
    spell.missing_education_id              as case_id,
    spell.child_id,
    spell.child_id                          as counted_as,
    spell.identified_on                     as counts_from,
    spell.ended_on                          as counts_until,
    spell.age_band,
    spell.sex,
    spell.ethnicity
from missing_education as spell
