/*
line      = 5
title     = "Escalations to the chair"
short     = "escalations"
asks      = "Do agencies challenge one another, and take it to the top where they must?"
counts    = """
Disagreements and concerns that reached the chair of the partnership in the period, by the agency that raised them.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "partnership"
themes    = ["partnership"]
numerator_is = "escalations"
no_benchmark_because = "no national figure is published, and a number alone says neither good nor bad"
of_people = false
breakdowns = { agency = "Raised by" }
caution   = """
None may mean that agencies settle things sooner, or that nobody dares. Escalations settled below the chair are not in it.
"""
source    = "Local definition. Barnet core data set: issues escalated to the chair; Working Together to Safeguard Children (resolving disagreements)"
reviewed  = 2026-11-25
*/
select
    escalation.escalation_id                as case_id,
    escalation.raised_on                    as counts_on,
    escalation.raised_by                    as agency
from escalations as escalation
