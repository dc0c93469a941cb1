/*
line      = 1
title     = "MARAC cases with children"
short     = "MARAC cases with children"
asks      = "How many children's homes are at the highest risk of domestic abuse?"
counts    = """
Cases heard at the multi-agency risk assessment conference (MARAC) in the period with one child or more in the household. A
case heard again is counted again.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "domestic_abuse"]
numerator_is = "cases with children"
no_benchmark_because = "SafeLives publishes by police force area, not by local authority"
breakdowns = { repeat = "Repeat or not" }
caution   = "These are cases, not children and not meetings. A rise can mean that more victims are found in time."
source    = "Local definition. SafeLives, MARAC data: cases discussed, children in the household"
reviewed  = 2026-11-25
*/
select
    marac.marac_case_id                     as case_id,
    marac.heard_on                          as counts_on,
    case when marac.is_repeat then 'Repeat case' else 'Not a repeat' end as repeat
from marac_cases as marac
where marac.children_in_household > 0
