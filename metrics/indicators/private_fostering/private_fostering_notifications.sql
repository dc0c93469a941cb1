/*
line      = 1
title     = "Private fostering notifications"
short     = "private fostering notifications"
asks      = "Do people tell us when a child lives with somebody else's family?"
counts    = "Notifications of private fostering arrangements received in the period."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["private_fostering"]
numerator_is = "notifications"
no_benchmark_because = "the DfE closed its collection in 2015"
breakdowns = { source = "Who notified", age_band = "Age" }
caution   = """
Fewer is not better: a fall may mean that schools, health and others stopped telling the council. Read who notified. At these
numbers a stable service still moves by a quarter or more in many years.
"""
source    = "Children (Private Arrangements for Fostering) Regulations 2005; as in the DfE's PF1 return until 2015"
reviewed  = 2026-11-24
*/
select
    arrangement.arrangement_id              as case_id,
    arrangement.child_id,
    arrangement.family_id,
    arrangement.notified_on                 as counts_on,
    arrangement.source,
    arrangement.age_band
from private_fostering as arrangement
