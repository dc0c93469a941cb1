/*
line      = 12
title     = "Section 47 enquiries that led to an initial child protection conference"
short     = "enquiries that led to a conference"
asks      = "Are enquiries started for the children who turn out to need protection?"
counts    = """
Section 47 enquiries that started in the period. The figure is the share of them after which an initial child protection
conference was held, however long it took.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "enquiries that led to a conference"
denominator_is = "enquiries started"
no_benchmark_because = "the DfE publishes enquiries and conferences of a year, not what became of each enquiry"
breakdowns = { age_band = "Age at the enquiry" }
settles   = 28
caution   = """
Neither high nor low is good: a low share can mean families troubled for little, a high one that enquiries start too late.
A conference is due within 15 working days; one that comes later is added when it is held. Two enquiries before one
conference both count.
"""
source    = "Local definition. Children Act 1989, section 47; Working Together to Safeguard Children"
reviewed  = 2026-11-25
*/
select
    enquiry.enquiry_id                      as case_id,
    enquiry.child_id,
    enquiry.family_id,
    enquiry.start_date                      as counts_on,
    enquiry.age_band,
    coalesce(enquiry.conference_date >= enquiry.start_date, false) as numerator
from section_47_enquiries as enquiry
where enquiry.start_date is not null
