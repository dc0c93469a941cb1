/*
line      = 2
title     = "Children in private fostering arrangements"
short     = "private fostering arrangements"
asks      = "How many children do we know of who live in private fostering?"
counts    = """
Private fostering arrangements known to the council and going on, on the last day of the period. An arrangement counts from the
day the council was told of it.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["private_fostering"]
numerator_is = "arrangements going on"
no_benchmark_because = "the DfE closed its collection in 2015"
breakdowns = { source = "Who notified", age_band = "Age" }
caution   = "The number of arrangements and the number of notifications can move in opposite ways."
source    = "Children (Private Arrangements for Fostering) Regulations 2005, regulation 8(6)"
reviewed  = 2026-11-24
*/
select
    arrangement.arrangement_id              as case_id,
    arrangement.child_id,
    arrangement.family_id,
    arrangement.notified_on                 as counts_from,
    arrangement.ended_on                    as counts_until,
    arrangement.source,
    arrangement.age_band
from private_fostering as arrangement
