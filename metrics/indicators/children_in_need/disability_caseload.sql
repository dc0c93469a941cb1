/*
line      = 4
title     = "Children and young people helped by the 0-25 disability service"
short     = "0-25 disability caseload"
asks      = "How many children and young people does the disability service carry?"
counts    = """
Children and young people up to 25 with a case open with the 0-25 disability service on the last day of the period, each once.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["children_in_need"]
numerator_is = "children and young people with an open case"
no_benchmark_because = "services are drawn differently from place to place, and no national figure is published"
breakdowns = { age_band = "Age when the case opened" }
caution   = "It holds adults up to 25: it cannot be set against the number of children in the area."
source    = "Local definition. Barnet Safeguarding Children Board, core data set"
reviewed  = 2026-11-25
*/
select
    disability_case.disability_case_id      as case_id,
    disability_case.child_id,
    disability_case.family_id,
    disability_case.child_id                as counted_as,
    disability_case.opened_on               as counts_from,
    disability_case.closed_on               as counts_until,
    disability_case.age_band
from disability_cases as disability_case
