/*
line      = 15
title     = "Children taken into police protection"
short     = "police protection"
asks      = "How often must the police step in at once to protect a child?"
counts    = """
Children whom the police took into police protection in the period, each once, on the day it began.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "child_protection"]
numerator_is = "children taken into police protection"
no_benchmark_because = "the DfE counts only those who were then looked after by the council"
breakdowns = { age_band = "Age" }
caution   = """
Months do not add up to the quarter: a child taken twice is one child in the quarter. It can last 72 hours at most. Many
of them may mean that agencies know of the danger too late.
"""
source    = "Local definition. Children Act 1989, section 46"
reviewed  = 2026-11-25
*/
select
    protection.protection_id                as case_id,
    protection.child_id,
    protection.family_id,
    protection.child_id                     as counted_as,
    protection.taken_at                     as counts_on,
    protection.age_band
from police_protections as protection
