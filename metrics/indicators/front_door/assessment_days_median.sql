/*
line      = 18
title     = "Median working days that assessments took"
short     = "median days of assessments"
asks      = "How long does a family in the middle wait for an assessment to end?"
counts    = """
Assessments authorised in the period. The figure is the middle one, by length, of the working days from the day each started,
the next working day being day 1.
"""
unit      = "days"
statistic = "median"
says      = "quality"
timing    = "in_period"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "working days of the assessment in the middle"
denominator_is = "assessments completed"
no_benchmark_because = "the DfE publishes assessments by bands of working days, and neither their mean nor their median"
breakdowns = { age_band = "Age at the start" }
caution   = """
Half of the assessments took longer. The groups' medians do not add up to that of all. Assessments that are still open are not counted. England's bank holidays are not working days.
"""
source    = "Local definition. Days as in the DfE's children in need census table C2 (start to authorisation, in working days)"
reviewed  = 2026-11-25
*/
select
    assessment.assessment_id                as case_id,
    assessment.child_id,
    assessment.family_id,
    assessment.authorised_date              as counts_on,
    assessment.age_band,
    assessment.working_days_taken           as numerator
from assessments as assessment
where assessment.authorised_date is not null
