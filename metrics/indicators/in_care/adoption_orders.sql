/*
line      = 9
title     = "Adoption orders"
short     = "adoption orders"
asks      = "How many children left care for a family of their own by adoption?"
counts    = """
Children who ceased to be looked after in the period because an adoption order was made, each once. The day is that of the
order.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["in_care"]
numerator_is = "children adopted from care"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { age_band = "Age on entering care", sex = "Sex", ethnicity = "Ethnicity" }
needs     = ["looked_after_periods.end_reason"]
caution   = """
Small numbers: one sibling group can double them. The age is that on entering care, not at the order. Adoptions by
step-parents are not in it.
"""
source    = "DfE, children looked after in England: children adopted (reasons E11 and E12); SSDA903"
reviewed  = 2026-11-25
*/
select
    care.period_id                          as case_id,
    care.child_id,
    care.family_id,
    care.child_id                           as counted_as,
    care.end_date                           as counts_on,
    care.age_band,
    care.sex,
    care.ethnicity
from looked_after_periods as care
where care.end_reason in ('E11', 'E12')
