/*
line      = 1
title     = "Average caseload of social workers"
short     = "caseload"
asks      = "Do social workers have time for each child?"
counts    = """
Cases held by children's social workers, agency workers included, on the last day of the period, for each whole-time
equivalent worker who held a case.
"""
unit      = "ratio"
says      = "quality"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "cases held"
denominator_is = "whole-time equivalent social workers who hold a case"
benchmark = "sw_average_caseload_fte"
breakdowns = { team = "Team", team_type = "Kind of team" }
caution   = "An average hides the worker with thirty cases: read it by team, and compare teams of one kind. The national figure is for 30 September each year."
source    = "DfE, Local Authority Interactive Tool, measure 287; children's social work workforce census"
reviewed  = 2026-11-24
*/
select
    staffing.staffing_id                    as case_id,
    last_day(staffing.month)                as counts_from,
    last_day((staffing.month + interval 1 month)::date) as counts_until,
    staffing.cases_held                     as numerator,
    staffing.case_holding_fte               as denominator,
    staffing.team,
    staffing.team_type
from workforce as staffing
where staffing.case_holding_fte > 0
