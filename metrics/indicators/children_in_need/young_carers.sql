/*
line      = 3
title     = "Young carers known"
short     = "young carers"
asks      = "Do we know the children who care for somebody at home?"
counts    = "Children known to the council as young carers on the last day of the period, each once."
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["children_in_need", "early_help"]
numerator_is = "young carers known"
no_benchmark_because = "no national figure of young carers known to councils is published"
breakdowns = { age_band = "Age when identified" }
caution   = "Most young carers are not known to anybody: more of them known is usually better identification, not more need."
source    = "Local definition. A young carer as in section 17ZA of the Children Act 1989"
reviewed  = 2026-11-25
*/
select
    carer.carer_id                          as case_id,
    carer.child_id,
    carer.family_id,
    carer.child_id                          as counted_as,
    carer.identified_on                     as counts_from,
    carer.ended_on                          as counts_until,
    carer.age_band
from young_carers as carer
