/*
line      = 13
title     = "Child protection conferences attended by the agencies invited"
short     = "conference attendance"
asks      = "Do all agencies come to the table when a child's protection is decided?"
counts    = """
Invitations of agencies to child protection conferences held in the period, initial and review, one for each conference and
agency. The figure is the share of them at which the agency took part, in the room or online.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["child_protection", "partnership"]
numerator_is = "invitations at which the agency took part"
denominator_is = "invitations"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency" }
caution   = """
Read it by agency: social care, which convenes the conference, lifts the whole. An agency with few invitations moves far by one.
An agency that sends a report and nobody has not attended.
"""
source    = "Local definition. Working Together to Safeguard Children, on who should attend a conference"
reviewed  = 2026-11-25
*/
select
    invitation.invitation_id                as case_id,
    invitation.held_on                      as counts_on,
    invitation.invited_agency               as agency,
    invitation.attended                     as numerator
from conference_attendance as invitation
