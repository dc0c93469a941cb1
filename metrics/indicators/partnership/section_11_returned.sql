/*
line      = 3
title     = "Section 11 returns made in the last twelve months"
short     = "section 11 returns"
asks      = "Has every agency, the council included, looked at its own safeguarding?"
counts    = """
Section 11 returns that were due in the twelve months that end with the period, one for each agency asked, the council
included. The figure is the share of them that have been made, on time or late.
"""
unit      = "percent"
says      = "quantity"
timing    = "rolling_year"
better    = "bigger"
owner     = "partnership"
themes    = ["partnership"]
numerator_is = "returns made"
denominator_is = "returns due"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency", agency_kind = "Kind of agency" }
caution   = """
A late return counts as made, so that the figure of an earlier date can still rise. An agency that nobody asked is not in the
figure: see that the council and every relevant agency has a row. The agency judges itself: read it beside the standards met.
"""
source    = "Local definition. Children Act 2004, section 11; Working Together to Safeguard Children"
reviewed  = 2026-11-25
*/
select
    agency_return.return_id                 as case_id,
    agency_return.due_on                    as counts_on,
    agency_return.returned_on is not null   as numerator,
    agency_return.about_agency              as agency,
    agency_return.agency_kind
from section_11_returns as agency_return
