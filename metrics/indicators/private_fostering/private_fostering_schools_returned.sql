/*
line      = 11
title     = "Schools that made the annual return of private fostering at 31 October"
short     = "schools' private fostering returns"
asks      = "Does every school look for children who live with somebody else's family?"
counts    = """
Schools asked for the annual return of private fostering as at the 31 October in the twelve months that end with the period. The
figure is the share of them that have answered, in time or late, if only to say that they know of none.
"""
unit      = "percent"
says      = "quality"
timing    = "rolling_year"
better    = "bigger"
owner     = "education"
themes    = ["private_fostering", "education"]
numerator_is = "schools that answered"
denominator_is = "schools asked"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { setting = "Kind of school" }
caution   = """
A school that was not asked is not in the figure: see that independent and language schools are among them. An answer of
nought is an answer; silence is not. In the weeks after 31 October answers are still coming in.
"""
source    = "Local definition: the return at 31 October that some partnerships ask of their schools"
reviewed  = 2026-11-25
*/
select
    school_return.return_id                 as case_id,
    school_return.about_day                 as counts_on,
    school_return.has_returned              as numerator,
    school_return.setting
from private_fostering_school_returns as school_return
