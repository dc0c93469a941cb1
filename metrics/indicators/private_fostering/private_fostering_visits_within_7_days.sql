/*
line      = 3
title     = "Private fostering: first visit within 7 working days"
short     = "private fostering visits in time"
asks      = "Is a privately fostered child seen in time?"
counts    = """
Notifications of private fostering received in the period. The figure is the share of them after which the child was first
visited within 7 working days, the next working day being day 1.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["private_fostering"]
numerator_is = "notifications visited within 7 working days"
denominator_is = "notifications"
no_benchmark_because = "the DfE closed its collection in 2015"
settles   = 14
caution   = "With few notifications one late visit moves this figure a long way: read the numbers. Over Christmas 7 working days take two weeks."
source    = "Children (Private Arrangements for Fostering) Regulations 2005, regulations 4 and 7"
reviewed  = 2026-11-24
*/
select
    arrangement.arrangement_id              as case_id,
    arrangement.child_id,
    arrangement.family_id,
    arrangement.notified_on                 as counts_on,
    coalesce(arrangement.working_days_to_visit between 0 and 7, false) as numerator
from private_fostering as arrangement
