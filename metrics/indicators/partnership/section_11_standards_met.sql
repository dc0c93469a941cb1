/*
line      = 4
title     = "Section 11 standards met"
short     = "section 11 standards"
asks      = "Do agencies do what section 11 asks of them?"
counts    = """
Standards that were asked of agencies, the council included, in section 11 returns due in the twelve months that end with the
period. The figure is the share of them that are met. Returns that have not been made, or say no number of standards, are left out.
"""
unit      = "percent"
says      = "quality"
timing    = "rolling_year"
better    = "bigger"
owner     = "partnership"
themes    = ["partnership"]
numerator_is = "standards met"
denominator_is = "standards asked"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency", agency_kind = "Kind of agency" }
caution   = """
An agency that made no return is not in it: read it beside the returns made. Where no panel has challenged the return, the agency
has judged itself.
"""
source    = "Local definition. Children Act 2004, section 11; Working Together to Safeguard Children"
reviewed  = 2026-11-25
*/
select
    agency_return.return_id                 as case_id,
    agency_return.due_on                    as counts_on,
    agency_return.standards_met             as numerator,
    agency_return.standards_asked           as denominator,
    agency_return.about_agency              as agency,
    agency_return.agency_kind
from section_11_returns as agency_return
where
    agency_return.returned_on is not null
    and agency_return.standards_met is not null
    and agency_return.standards_asked is not null
