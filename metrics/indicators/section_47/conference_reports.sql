/*
line      = 14
title     = "Reports that agencies sent to child protection conferences"
short     = "conference reports"
asks      = "Does a conference know what every agency knows?"
counts    = """
Invitations of agencies to child protection conferences held in the period for which it is recorded whether a report came. The
figure is the share of them for which the agency sent a written report.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["child_protection", "partnership"]
numerator_is = "invitations with a report"
denominator_is = "invitations with the answer recorded"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency" }
caution   = """
A report does not replace taking part: read both. Invitations without an answer are left out, so a service that records only
the reports that came looks perfect.
"""
source    = "Local definition. Working Together to Safeguard Children, on information for a conference"
reviewed  = 2026-11-25
*/
select
    invitation.invitation_id                as case_id,
    invitation.held_on                      as counts_on,
    invitation.invited_agency               as agency,
    invitation.report_sent                  as numerator
from conference_attendance as invitation
where invitation.report_sent is not null
