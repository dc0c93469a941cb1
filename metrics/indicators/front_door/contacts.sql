/*
line      = 10
title     = "Contacts at the front door"
short     = "contacts"
asks      = "Who tells the front door about a child, and what becomes of it?"
counts    = """
Contacts about a child received at the front door in the period: one for each child, day and source. A child about whom several
agencies make contact is counted each time.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "contacts received"
no_benchmark_because = "contacts are not part of the children in need census: no national figure is published"
breakdowns = { agency = "Agency", source = "Who made contact", outcome = "Outcome", age_band = "Age at contact", agency_outcome = "Agency and outcome" }
crossed   = { agency_outcome = ["agency", "outcome"] }
caution   = """
Areas differ in what they record as a contact, so compare it only with your own past. More is not worse: it can mean that
agencies have learned to tell you.
"""
source    = "Local definition. Contacts as in list 1 of Ofsted's child-level data for inspection (Annex A)"
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
    contact.outcome,
    contact.contact_agency || ' / ' || coalesce(contact.outcome::varchar, 'Not recorded')
        as agency_outcome
from contacts as contact
