/*
line      = 2
title     = "Allegations concluded within one month"
short     = "allegations concluded in one month"
asks      = "Is it settled soon whether a person may work with children?"
counts    = """
Allegations referred to the designated officer (LADO) in the period. The figure is the share of them concluded within one
month of the referral, the same date a month on included.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["allegations", "workforce"]
numerator_is = "allegations concluded within one month"
denominator_is = "allegations referred"
no_benchmark_because = "no national figure is published; local procedures often ask for 80 per cent within one month"
breakdowns = { agency = "Who referred" }
settles   = 31
caution   = """
With few allegations one late case moves this figure a long way. A police investigation can hold a case up: fast is not always
right. The figure is provisional until one month has run out after the last day of the period. The guidance now in force sets
no time limit: it asks that there is no delay.
"""
source    = """
Local definition. One month is a target timescale of local procedures, kept from earlier guidance on allegations (Working
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
        and allegation.concluded_on <= (allegation.referred_on + interval 1 month)::date,
        false
    )                                       as numerator
from allegations as allegation
