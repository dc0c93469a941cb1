/*
line      = 13
title     = "Contacts that led to no further action"
short     = "contacts without further action"
asks      = "Which agency's contacts come to nothing?"
counts    = """
Contacts received in the period. The figure is the share of them whose outcome was no further action. Advice, early help and
what was passed to another agency are an action.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "contacts that led to no further action"
denominator_is = "contacts received"
no_benchmark_because = "contacts are not part of the children in need census: no national figure is published"
breakdowns = { agency = "Agency", source = "Who made contact", age_band = "Age at contact" }
needs     = ["contacts.outcome"]
settles   = 5
caution   = """
A contact without a recorded outcome is in the total and not among those without action. Police send what they see: a high
share from them is often policy and not error.
"""
source    = "Local definition. Working Together to Safeguard Children 2023: a decision within one working day (at most 5 days)"
reviewed  = 2026-11-25
*/
select
    contact.contact_id                      as case_id,
    contact.child_id,
    contact.family_id,
    contact.contact_date                    as counts_on,
    contact.contact_agency                  as agency,
    contact.source,
    contact.age_band,
    coalesce(contact.outcome = 'no action', false) as numerator
from contacts as contact
