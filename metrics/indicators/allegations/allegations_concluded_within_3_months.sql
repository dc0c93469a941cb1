/*
line      = 3
title     = "Allegations concluded within three months"
short     = "allegations concluded in three months"
asks      = "Is it settled in a school term whether a person may work with children?"
counts    = """
Allegations referred to the designated officer (LADO) in the period. The figure is the share of them concluded within three
months of the referral, the same date three months on included.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["allegations", "workforce"]
numerator_is = "allegations concluded within three months"
denominator_is = "allegations referred"
no_benchmark_because = "no national figure is published; local procedures often ask for 90 per cent within three months"
breakdowns = { agency = "Who referred" }
settles   = 92
caution   = """
Cases concluded within one month are among them. A police investigation can hold a case up: fast is not always right. The
figure is provisional until three months have run out after the last day of the period. The guidance now in force sets no time
limit: it asks that there is no delay.
"""
source    = """
Local definition. Three months is a target timescale of local procedures, kept from earlier guidance on allegations (Working
Together to Safeguard Children 2010, appendix 5)
"""
reviewed  = 2026-11-25
*/
select
    allegation.allegation_id                as case_id,
    allegation.referred_on                  as counts_on,
    allegation.referred_by                  as agency,
    coalesce(
        allegation.concluded_on >= allegation.referred_on
        and allegation.concluded_on <= (allegation.referred_on + interval 3 months)::date,
        false
    )                                       as numerator
from allegations as allegation
