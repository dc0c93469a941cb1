/*
line      = 4
title     = "Agency rate of social workers"
short     = "agency workers"
asks      = "How much do we rely on agency workers?"
counts    = """
Whole-time equivalent agency social workers on the last day of the period, as a share of agency workers and workers in post together.
"""
unit      = "percent"
says      = "quality"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "whole-time equivalent agency social workers"
denominator_is = "whole-time equivalent of agency workers and workers in post together"
benchmark = "sw_agency_rate_fte"
breakdowns = { team = "Team" }
caution   = "Agency workers may cover vacant posts: read it beside the vacancy rate. The national figure is for 30 September."
source    = "DfE, Local Authority Interactive Tool, measure 287; children's social work workforce census"
reviewed  = 2026-11-24
*/
select
    staffing.staffing_id                    as case_id,
    last_day(staffing.month)                as counts_from,
    last_day((staffing.month + interval 1 month)::date) as counts_until,
    staffing.agency_fte as numerator,
    staffing.agency_fte + staffing.fte_in_post as denominator,
    staffing.team
from workforce as staffing
