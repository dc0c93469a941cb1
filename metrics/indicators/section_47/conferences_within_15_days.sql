/*
line      = 1
title     = "Initial child protection conferences within 15 working days"
short     = "conferences in time"
asks      = "Are children at risk brought to a conference in time?"
counts    = """
Initial child protection conferences held in the period, a child's conference once. The figure is the share of them held
within 15 working days of the start of the section 47 enquiry, the next working day being day 1.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "conferences within 15 working days"
denominator_is = "initial child protection conferences"
benchmark = "icpc_15wd_pct"
breakdowns = { age_band = "Age at the enquiry" }
caution   = """
As in the national table, conferences with no enquiry of ours before them (a child who moved in on another council's plan)
stay in the total and cannot be in time. Where two enquiries led to one conference, the days run from the
earlier. England's bank holidays are not working days.
"""
source    = "DfE, Local Authority Interactive Tool, measure 218; children in need census table C4"
reviewed  = 2026-11-24
*/
with conference as (
    select
        enquiry.child_id,
        enquiry.conference_date,
        any_value(enquiry.family_id)        as family_id,
        min(enquiry.enquiry_id)             as enquiry_id,
        min(enquiry.age_band)               as age_band,
        max(enquiry.working_days_to_conference) as working_days
    from section_47_enquiries as enquiry
    where enquiry.conference_date is not null
    group by enquiry.child_id, enquiry.conference_date
)

select
    conference.enquiry_id                   as case_id,
    conference.child_id,
    conference.family_id,
    conference.conference_date              as counts_on,
    conference.age_band,
    coalesce(conference.working_days between 0 and 15, false) as numerator
from conference
