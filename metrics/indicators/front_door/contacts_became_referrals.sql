/*
line      = 11
title     = "Contacts that became referrals"
short     = "contacts that became referrals"
asks      = "How many contacts lead to work by a social worker?"
counts    = """
Contacts received in the period that became a referral to children's social care: that was their outcome, or they have the day
of the referral. They belong to the period of the contact, even if the referral came in the next one.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["front_door"]
numerator_is = "contacts that became referrals"
no_benchmark_because = "contacts are not part of the children in need census: no national figure is published"
breakdowns = { agency = "Agency", source = "Who made contact", age_band = "Age at contact" }
needs     = ["contacts.outcome or contacts.referral_date"]
settles   = 5
caution   = """
Not the number of referrals: two contacts can lead to one referral, and some referrals are recorded without a contact.
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
    contact.age_band
from contacts as contact
where contact.outcome = 'referral'
