/*
line      = 2
title     = "Turnover of social workers in the last twelve months"
short     = "social worker turnover"
asks      = "Do children keep their social worker?"
counts    = """
Whole-time equivalent of the council's own children's social workers who left in the twelve months that end with the period, as
a share of those in post on its last day. Agency workers are left out.
"""
unit      = "percent"
says      = "quality"
timing    = "rolling_year"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "whole-time equivalent leavers in twelve months"
denominator_is = "whole-time equivalent in post"
benchmark = "sw_turnover_rate_fte"
breakdowns = { team = "Team" }
year_in   = "leavers_year_fte"
caution   = "Moves between teams of the council are not leavers. The national figure is for the year to 30 September."
source    = """
DfE, Local Authority Interactive Tool, measure 287; children's social work workforce census: leavers in the year over in post
at its end
"""
reviewed  = 2026-11-24
*/
with team_month as (
    select
        staffing.agency,
        staffing.team,
        staffing.month,
        staffing.staffing_id,
        sum(staffing.fte_in_post)           as fte_in_post,
        sum(staffing.leavers_fte)           as leavers_fte,
        sum(staffing.leavers_year_fte)      as leavers_year_fte
    from workforce as staffing
    group by
        staffing.agency,
        staffing.team,
        staffing.month,
        staffing.staffing_id
),

leavers as (
    select
        staffing.staffing_id || ' leavers'  as case_id,
        last_day(staffing.month)            as counts_from,
        last_day((staffing.month + interval 12 months)::date) as counts_until,
        staffing.leavers_fte                as numerator,
        0                                   as denominator,
        staffing.team
    from team_month as staffing
),

left_in_a_year as (
    select
        staffing.agency,
        staffing.month,
        sum(sum(staffing.leavers_fte)) over (
            partition by staffing.agency
            order by date_diff('month', date '2000-01-01', staffing.month)
            range between 11 preceding and current row
        )                                   as leavers_fte
    from team_month as staffing
    group by
        staffing.agency,
        staffing.month
),

in_post as (
    select
        staffing.staffing_id || ' in post'  as case_id,
        last_day(staffing.month)            as counts_from,
        last_day(last_day(staffing.month) + 1) as counts_until,
        -- of the year's leavers, those whom no month tells
        greatest(staffing.leavers_year_fte - year_to.leavers_fte, 0) as numerator,
        staffing.fte_in_post                as denominator,
        staffing.team
    from team_month as staffing
    inner join left_in_a_year as year_to
        on
            year_to.agency = staffing.agency
            and year_to.month = staffing.month
)

select * from leavers
union all
select * from in_post
