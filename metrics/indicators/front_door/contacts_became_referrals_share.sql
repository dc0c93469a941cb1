/*
line      = 12
title     = "Share of contacts that became referrals"
short     = "share of contacts that became referrals"
asks      = "Do agencies agree on when a child needs a social worker?"
counts    = """
Contacts received in the period. The figure is the share of them that became a referral to children's social care: that was
their outcome, or they have the day of the referral.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "contacts that became referrals"
denominator_is = "contacts received"
no_benchmark_because = "contacts are not part of the children in need census: no national figure is published"
breakdowns = { agency = "Agency", source = "Who made contact", age_band = "Age at contact" }
needs     = ["contacts.outcome or contacts.referral_date"]
settles   = 5
caution   = """
Neither high nor low is good. A low share from one agency can mean that it does not know the threshold, or that its worries are
not heard: read some of the contacts together.
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
    coalesce(contact.outcome = 'referral', false) as numerator
from contacts as contact
