/*
line      = 3
title     = "Children in households of domestic abuse notified"
short     = "children notified for domestic abuse"
asks      = "How many children live with domestic abuse that the police know of?"
counts    = """
Children of whom children's social care was told in the period because of domestic abuse in their household. A child counts
once in a period, however many incidents there were.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["police", "domestic_abuse"]
numerator_is = "children notified"
no_benchmark_because = "no national figure is published"
breakdowns = { risk = "Grade of risk", age_band = "Age" }
caution   = """
Months do not add up to the quarter: a child notified in two months is one child in the quarter. A child with incidents of
several grades stands in each of them. Most abuse is not reported: more can mean more trust.
"""
source    = "Local definition. Domestic Abuse Act 2021, section 3: children who see, hear or experience it are victims"
reviewed  = 2026-11-25
*/
select
    notification.notification_id            as case_id,
    notification.child_id,
    notification.family_id,
    notification.child_id                   as counted_as,
    notification.notified_on                as counts_on,
    notification.risk,
    notification.age_band
from domestic_abuse_notifications as notification
