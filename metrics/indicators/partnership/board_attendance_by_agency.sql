/*
line      = 6
title     = "Attendance of agencies at the board"
short     = "board attendance"
asks      = "Is every agency at the table?"
counts    = """
Seats of member agencies at the meetings held in the period: one for each agency and each meeting of a group that it belongs to.
The figure is the share of them at which the agency's member or a named deputy was present.
"""
unit      = "percent"
says      = "quantity"
timing    = "in_period"
better    = "bigger"
owner     = "partnership"
themes    = ["partnership"]
numerator_is = "seats at which the agency was present"
denominator_is = "seats at the meetings held"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency", meeting = "Meeting" }
caution   = "A deputy counts as the agency. With four meetings a year one absence is 25 points: read it over a year."
source    = "Local definition. Working Together to Safeguard Children (the part of each relevant agency)"
reviewed  = 2026-11-25
*/
select
    attendance.attendance_id                as case_id,
    attendance.met_on                       as counts_on,
    attendance.present                      as numerator,
    attendance.about_agency                 as agency,
    attendance.meeting
from board_attendance as attendance
