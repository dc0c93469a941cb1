/*
line      = 1
title     = "Allegations referred to the designated officer"
short     = "allegations"
asks      = "Do all agencies speak up when somebody who works with children may have harmed one?"
counts    = """
Allegations against people who work with children, paid or not, referred to the council's designated officer (LADO) in the
period.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["allegations", "workforce"]
numerator_is = "allegations referred"
no_benchmark_because = "no national figure is published"
breakdowns = { agency = "Who referred", setting = "Kind of setting, for education", outcome = "Outcome" }
caution   = """
Few is not safe: an agency that refers nobody may not know that it has to. Schools refer most because most people who work
with children work there. Calls for advice are not counted.
"""
source    = "Local definition. Working Together to Safeguard Children, 2023, chapter on organisational responsibilities; Keeping children safe in education, part four"
reviewed  = 2026-11-25
*/
select
    allegation.allegation_id                as case_id,
    allegation.referred_on                  as counts_on,
    allegation.referred_by                  as agency,
    coalesce(
        allegation.setting,
        case when allegation.referred_by <> 'education' then 'Not in education' end
    )                                       as setting,
    case
        when allegation.concluded_on is null then 'Not concluded yet'
        else allegation.outcome
    end                                     as outcome
from allegations as allegation
