/*
line      = 11
title     = "Section 47 enquiries in the last twelve months, rate per 10,000 children"
short     = "rate of section 47 enquiries"
asks      = "Do we start more or fewer enquiries than places like ours?"
counts    = """
Section 47 enquiries that started in the twelve months that end with the period, for every 10,000 children aged 0 to 17 who
live in the area. Twelve months at any date, so that it can be set beside the yearly national figure.
"""
unit      = "rate_per_10000"
says      = "quantity"
timing    = "rolling_year"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["child_protection"]
numerator_is = "enquiries in twelve months"
denominator_is = "children aged 0 to 17 living in the area"
benchmark = "section_47_rate"
caution   = """
The population is the Office for National Statistics' estimate for 30 June of the financial year in which the period ends, or
the newest before it.
"""
source    = "DfE, Local Authority Interactive Tool, measure 217; children in need census table C4"
reviewed  = 2026-11-25
*/
select
    enquiry.enquiry_id                      as case_id,
    enquiry.child_id,
    enquiry.family_id,
    enquiry.start_date                      as counts_on
from section_47_enquiries as enquiry
where enquiry.start_date is not null
