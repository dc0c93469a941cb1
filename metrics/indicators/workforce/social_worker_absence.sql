/*
line      = 10
title     = "Sickness absence of social workers in the last twelve months"
short     = "sickness absence"
asks      = "Is the work making the workforce ill?"
counts    = """
Working days that the council's own children's social workers lost to sickness in the twelve months that end with the period, as a
share of the working days of those in post on its last day: 253 for each whole-time equivalent, 254 when the twelve months hold
a 29 February. Teams that send no days lost are left out.
"""
unit      = "percent"
says      = "quality"
timing    = "rolling_year"
better    = "smaller"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "working days lost to sickness in twelve months"
denominator_is = "working days of those in post"
benchmark = "sw_sickness_absence_rate_fte"
breakdowns = { team = "Team" }
needs     = ["workforce.sickness_days"]
caution   = """
One long illness in a small team moves its figure for a year. Agency workers are left out. The national figure is for the year to
30 September.
"""
source    = "DfE, Local Authority Interactive Tool, measure 287; children's social work workforce census, sickness absence rate"
reviewed  = 2026-11-25
*/
with reported as (
    select
        staffing.staffing_id,
        staffing.team,
        staffing.sickness_days,
        staffing.fte_in_post,
        last_day(staffing.month)            as ends_on,
        last_day((staffing.month + interval 1 month)::date) as next_ends_on,
        last_day((staffing.month - interval 12 months)::date) as year_before_ends_on,
        last_day((staffing.month + interval 12 months)::date) as year_after_ends_on
    from workforce as staffing
    where staffing.sickness_days is not null
),

lost as (
    select
        reported.staffing_id || ' lost'     as case_id,
        reported.ends_on                    as counts_from,
        reported.year_after_ends_on         as counts_until,
        reported.sickness_days              as numerator,
        0                                   as denominator,
        reported.team
    from reported
),

available as (
    select
        reported.staffing_id || ' available' as case_id,
        reported.ends_on                    as counts_from,
        reported.next_ends_on               as counts_until,
        0                                   as numerator,
        reported.fte_in_post * case reported.ends_on - reported.year_before_ends_on
            when 366 then 254
            else 253
        end                                 as denominator,
        reported.team
    from reported
)

select * from lost
union all
select * from available
