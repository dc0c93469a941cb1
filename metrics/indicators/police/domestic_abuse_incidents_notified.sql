/*
line      = 4
title     = "Domestic abuse incidents with children notified"
short     = "domestic abuse incidents"
asks      = "How often are children's homes the scene of domestic abuse?"
counts    = """
Incidents of domestic abuse of which children's social care was told in the period, with one child or more in the household.
An incident counts once, however many children.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "domestic_abuse"]
numerator_is = "incidents notified"
no_benchmark_because = "no national figure is published"
breakdowns = { risk = "Grade of risk" }
caution   = "An incident counts on the day of the notification, not on the day it happened. Read it beside the number of children."
source    = "Local definition."
reviewed  = 2026-11-25
*/
select
    notification.notification_id            as case_id,
    notification.child_id,
    notification.family_id,
    notification.incident_id                as counted_as,
    notification.notified_on                as counts_on,
    notification.risk
from domestic_abuse_notifications as notification
