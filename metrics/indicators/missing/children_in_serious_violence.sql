/*
line      = 15
title     = "Children involved in gangs or serious youth violence"
short     = "children in gangs or serious violence"
asks      = "How many children are caught up in gangs or serious violence?"
counts    = """
Children known on the last day of the period to be involved in, or at risk from, gangs or serious youth violence, each once.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "youth_justice"
themes    = ["exploitation", "missing"]
numerator_is = "children involved"
no_benchmark_because = "no national figure is published by area"
breakdowns = { category = "Concern", age_band = "Age when identified" }
caution   = """
A child with both concerns counts in both groups and once in the whole. It is what services know, not how much violence there
is.
"""
source    = """
Local definition. Barnet Safeguarding Children Board, core data set; Working Together to Safeguard Children, serious violence
"""
reviewed  = 2026-11-25
*/
select
    concern.concern_id                      as case_id,
    concern.child_id,
    concern.family_id,
    concern.child_id                        as counted_as,
    concern.identified_on                   as counts_from,
    concern.ended_on                        as counts_until,
    concern.kind                            as category,
    concern.age_band
from serious_violence as concern
