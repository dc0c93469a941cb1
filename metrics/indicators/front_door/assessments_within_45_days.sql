/*
line      = 4
title     = "Assessments completed within 45 working days"
short     = "assessments in time"
asks      = "Are families told in time what help they will get?"
counts    = """
Assessments authorised in the period. The figure is the share of them authorised within 45 working days of the day the
assessment started, the next working day being day 1.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "assessments completed within 45 working days"
denominator_is = "assessments completed"
benchmark = "assessments_45wd_pct"
breakdowns = { age_band = "Age at the start" }
caution   = """
Assessments that are still open are not counted, so a pile of late ones shows only when they are finished. England's bank
holidays are not working days.
"""
source    = "DfE, Local Authority Interactive Tool, measure 304; children in need census table C2 (start to authorisation)"
reviewed  = 2026-11-24
*/
select
    assessment.assessment_id                as case_id,
    assessment.child_id,
    assessment.family_id,
    assessment.authorised_date              as counts_on,
    assessment.age_band,
    coalesce(assessment.working_days_taken between 0 and 45, false) as numerator
from assessments as assessment
where assessment.authorised_date is not null
