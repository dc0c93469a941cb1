/*
line      = 11
title     = "Social workers for each manager"
short     = "social workers per manager"
asks      = "Has every social worker a manager with time for them?"
counts    = """
Whole-time equivalent children's social workers in post on the last day of the period, agency workers included, for each
whole-time equivalent manager who supervises them. Teams that do not say how many managers they have are left out.
"""
unit      = "ratio"
says      = "quality"
timing    = "as_at"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "whole-time equivalent social workers"
denominator_is = "whole-time equivalent managers"
no_benchmark_because = "no national figure is published"
breakdowns = { team = "Team", team_type = "Kind of team" }
needs     = ["workforce.managers_fte"]
caution   = """
6 means six social workers to one manager. A team without a manager of its own makes the figure larger, and has none by itself.
Vacant posts of managers are not managers.
"""
source    = "Local definition. Named by inspectors: ratio of managers to social workers"
reviewed  = 2026-11-25
*/
select
    staffing.staffing_id                    as case_id,
    last_day(staffing.month)                as counts_from,
    last_day((staffing.month + interval 1 month)::date) as counts_until,
    staffing.fte_in_post + staffing.agency_fte as numerator,
    staffing.managers_fte                   as denominator,
    staffing.team,
    staffing.team_type
from workforce as staffing
where staffing.managers_fte is not null
