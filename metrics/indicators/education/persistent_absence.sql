/*
line      = 3
title     = "Pupils persistently absent from school"
short     = "persistent absence"
asks      = "Are children in school, where they are taught and seen?"
counts    = """
Pupils in the newest measurement of attendance by the last day of the period, which runs from the beginning of the school
year. The figure is the share of them who had missed 10 per cent or more of the sessions they could have attended.
"""
unit      = "percent"
says      = "outcome"
timing    = "as_at"
better    = "smaller"
owner     = "education"
themes    = ["education"]
numerator_is = "pupils who missed 10 per cent or more"
denominator_is = "pupils"
no_benchmark_because = "the DfE's table of pupil absence cannot be loaded yet"
breakdowns = { age_band = "Age at the measurement", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
Absence with leave counts too, illness above all. It is measured term by term, so a figure stands until the next measurement:
look at the day the data runs to. Early in the year a few days are enough to reach 10 per cent. The DfE counts a pupil of two
schools twice.
"""
source    = "DfE, Pupil absence in schools in England: 10 per cent or more of a pupil's own possible sessions"
reviewed  = 2026-11-25
*/
select
    attendance.attendance_id                as case_id,
    attendance.child_id,
    attendance.measured_to                  as counts_from,
    attendance.newest_until                 as counts_until,
    attendance.sessions_missed * 10 >= attendance.sessions_possible as numerator,
    attendance.age_band,
    attendance.sex,
    attendance.ethnicity
from school_absence as attendance
where attendance.sessions_possible > 0
