/*
line      = 2
title     = "MARAC cases that are repeats"
short     = "repeat MARAC cases"
asks      = "Does the abuse stop once agencies have planned together?"
counts    = """
Cases heard at the multi-agency risk assessment conference (MARAC) in the period, with or without children. The figure is the
share of them in which abuse between the same victim and perpetrator came again within 12 months of their last referral.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "domestic_abuse"]
numerator_is = "repeat cases"
denominator_is = "cases heard"
no_benchmark_because = "SafeLives publishes by police force area, not by local authority"
breakdowns = { household = "Children in the household" }
looks_back = 12
caution   = """
Neither high nor low is good: a very low share can mean that repeats are not brought back. SafeLives expects 28 to 40 per cent.
The coordinator's own mark decides; where there is none, an earlier hearing up to twelve months before, if the data reaches
back.
"""
source    = "SafeLives, definition of a MARAC repeat: same victim and perpetrator, within 12 months of the last referral"
reviewed  = 2026-11-25
*/
select
    marac.marac_case_id                     as case_id,
    marac.heard_on                          as counts_on,
    marac.household,
    marac.is_repeat                         as numerator
from marac_cases as marac
