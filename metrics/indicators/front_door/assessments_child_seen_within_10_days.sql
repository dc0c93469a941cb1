/*
line      = 19
title     = "Children seen within ten working days of the start of their assessment"
short     = "children seen in time"
asks      = "Is the child seen early, and not only talked about?"
counts    = """
Assessments that started in the period. The figure is the share of them in which a social worker saw the child on the day of the
start or within ten working days after it, the next working day being day 1.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "assessments with the child seen within ten working days"
denominator_is = "assessments started"
no_benchmark_because = "no national figure is published since the initial assessment was abolished"
breakdowns = { age_band = "Age at the start" }
needs     = ["assessments.seen_on"]
settles   = 18
caution   = """
Assessments before the first one with a recorded day are left out: nobody recorded then whether a child was seen. After that an
empty day means not seen. A visit before the start does not count.
"""
source    = """
Local definition. Working Together to Safeguard Children 2023 asks that the child is seen, within a time that suits the concern;
ten working days are those of the initial assessment in Working Together 2010
"""
reviewed  = 2026-11-25
*/
with recorded as (
    select min(assessment.start_date) as since
    from assessments as assessment
    where assessment.working_days_to_seen is not null
)

select
    assessment.assessment_id                as case_id,
    assessment.child_id,
    assessment.family_id,
    assessment.start_date                   as counts_on,
    assessment.age_band,
    coalesce(assessment.working_days_to_seen <= 10, false) as numerator
from assessments as assessment
inner join recorded on recorded.since <= assessment.start_date
