/*
line      = 10
title     = "Section 47 enquiries started"
short     = "section 47 enquiries"
asks      = "How often do we look into whether a child is suffering significant harm?"
counts    = "Section 47 enquiries that started in the period. A child with two enquiries is counted twice."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "enquiries started"
benchmark = "section_47_number"
breakdowns = { age_band = "Age at the enquiry" }
caution   = """
Neither high nor low is good: read it beside the share that led to a conference. A sibling group adds several at once.
"""
source    = "DfE, Local Authority Interactive Tool, measure 217; children in need census table C4"
reviewed  = 2026-11-25
*/
select
    enquiry.enquiry_id                      as case_id,
    enquiry.child_id,
    enquiry.family_id,
    enquiry.start_date                      as counts_on,
    enquiry.age_band
from section_47_enquiries as enquiry
where enquiry.start_date is not null
