/*
line      = 12
title     = "Supervision of social workers held in time"
short     = "supervision in time"
asks      = "Does somebody think with the social worker about each child?"
counts    = """
Supervision meetings of children's social workers, agency workers included, that the council's policy made due in the period. The
figure is the share of them that were held in time. A month in which a team says only one of the two numbers is left out.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["workforce"]
numerator_is = "supervisions held in time"
denominator_is = "supervisions due"
no_benchmark_because = "no national figure is published, and each council's policy says how often"
breakdowns = { team = "Team", team_type = "Kind of team" }
needs     = ["workforce.supervisions_held"]
caution   = "It says that a meeting was held, not that it was any good: read it beside audits of supervision records."
source    = "Local definition. The council's own supervision policy"
reviewed  = 2026-11-25
*/
select
    staffing.staffing_id                    as case_id,
    last_day(staffing.month)                as counts_on,
    staffing.supervisions_held              as numerator,
    staffing.supervisions_due               as denominator,
    staffing.team,
    staffing.team_type
from workforce as staffing
where
    staffing.supervisions_held is not null
    and staffing.supervisions_due is not null
