/*
line      = 4
title     = "Allegations concluded within twelve months"
short     = "allegations concluded in twelve months"
asks      = "Does anybody wait more than a year to know?"
counts    = """
Allegations referred to the designated officer (LADO) in the period. The figure is the share of them concluded within twelve
months of the referral, the same date a year on included.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["allegations", "workforce"]
numerator_is = "allegations concluded within twelve months"
denominator_is = "allegations referred"
no_benchmark_because = "no national figure is published; local procedures often ask for all but the most exceptional within twelve months"
breakdowns = { agency = "Who referred" }
settles   = 366
caution   = """
Each case that misses this one should be known to the board. A police investigation can hold a case up: fast is not always
right. The figure is provisional until twelve months have run out after the last day of the period. The guidance now in force
sets no time limit: it asks that there is no delay.
"""
source    = """
Local definition. Twelve months is a target timescale of local procedures, kept from earlier guidance on allegations (Working
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
        and allegation.concluded_on <= (allegation.referred_on + interval 12 months)::date,
        false
    )                                       as numerator
from allegations as allegation
