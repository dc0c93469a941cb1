/*
line      = 16
title     = "Assessments completed"
short     = "assessments completed"
asks      = "How many children's needs were assessed?"
counts    = "Assessments by children's social care that were authorised in the period: one for each child and assessment."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "assessments completed"
no_benchmark_because = "a number depends on the size of the area: the share in time has a comparator"
breakdowns = { age_band = "Age at the start" }
needs     = ["assessments.authorised_date"]
caution   = "A rise can be a backlog cleared: read it beside the days that assessments took."
source    = "DfE, children in need census table C2 (assessments completed in the year)"
reviewed  = 2026-11-25
*/
select
    assessment.assessment_id                as case_id,
    assessment.child_id,
    assessment.family_id,
    assessment.authorised_date              as counts_on,
    assessment.age_band
from assessments as assessment
where assessment.authorised_date is not null
