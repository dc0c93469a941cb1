/*
line      = 3
title     = "Vacancy rate of social workers"
short     = "social worker vacancies"
asks      = "Are there enough social workers in post?"
counts    = """
Whole-time equivalent vacant posts on the last day of the period, as a share of vacant posts and workers in post together.
"""
unit      = "percent"
says      = "quality"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "whole-time equivalent vacant posts"
denominator_is = "whole-time equivalent of vacant posts and workers in post together"
benchmark = "sw_vacancy_rate_fte"
breakdowns = { team = "Team" }
caution   = "A post that agency workers cover is still vacant: read it beside the agency rate. The national figure is for 30 September."
source    = "DfE, Local Authority Interactive Tool, measure 287; children's social work workforce census"
reviewed  = 2026-11-24
*/
select
    staffing.staffing_id                    as case_id,
    last_day(staffing.month)                as counts_from,
    last_day((staffing.month + interval 1 month)::date) as counts_until,
    staffing.vacancies_fte as numerator,
    staffing.vacancies_fte + staffing.fte_in_post as denominator,
    staffing.team
from workforce as staffing
