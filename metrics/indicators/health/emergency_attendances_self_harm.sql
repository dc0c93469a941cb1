/*
line      = 2
title     = "Attendances at emergency departments for self-harm"
short     = "attendances for self-harm"
asks      = "How often do children hurt themselves so that they need a hospital?"
counts    = """
Attendances of children under 18 at an emergency department for self-harm, by injury, poisoning or otherwise, in the period. A
child who comes twice is counted twice.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "health"
themes    = ["health"]
numerator_is = "attendances for self-harm"
no_benchmark_because = "national figures are of admissions to hospital, and of ages 10 to 24"
breakdowns = { category = "Kind of self-harm", age_band = "Age", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
One child in distress can come many times. Most self-harm never reaches a hospital, so a rise can mean that more young people
seek help.
"""
source    = "Local definition. NHS Emergency Care Data Set, injury intent; set beside hospital admissions for self-harm, Public Health Outcomes Framework"
reviewed  = 2026-11-25
*/
select
    attendance.attendance_id                as case_id,
    attendance.child_id,
    attendance.attended_on                  as counts_on,
    attendance.category,
    attendance.age_band,
    attendance.sex,
    attendance.ethnicity
from emergency_attendances as attendance
where attendance.category in ('self_harm_injury', 'self_harm_poisoning', 'self_harm_other')
