/*
line      = 1
title     = "Attendances at emergency departments for injury"
short     = "attendances for injury"
asks      = "How often are children hurt badly enough to need a hospital?"
counts    = """
Attendances of children under 18 at an emergency department for an injury, unintentional, deliberate by another person, or of
intent not known, in the period. Self-harm is counted apart. A child who comes twice is counted twice.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "health"
themes    = ["health", "neglect"]
numerator_is = "attendances for injury"
no_benchmark_because = "national figures are of admissions to hospital, not of attendances"
breakdowns = { category = "Kind of injury", age_band = "Age", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
Most injuries are accidents of everyday life, and most attendances end without a stay in hospital. The intent is what the
department wrote down: a deliberate injury may not be known as one. Children also go to hospitals outside the area.
"""
source    = "Local definition. NHS Emergency Care Data Set, injury intent; set beside hospital admissions for injury, Public Health Outcomes Framework"
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
where attendance.category in ('unintentional', 'deliberate', 'undetermined')
