/*
line      = 12
title     = "Privately fostered children named by schools at 31 October"
short     = "privately fostered children named by schools"
asks      = "How many children do schools know of, and does the council know them too?"
counts    = """
Children whom schools named in their annual return of private fostering as at the 31 October in the twelve months that end with the
period.
"""
unit      = "count"
says      = "quantity"
timing    = "rolling_year"
better    = "monitor"
owner     = "education"
themes    = ["private_fostering", "education"]
numerator_is = "children named"
no_benchmark_because = "no national figure is published"
breakdowns = { setting = "Kind of school" }
caution   = """
Set it beside the arrangements that the council knows of: more named than known means that nobody told the council. A child named by
two schools is counted twice. Schools that did not answer add nothing.
"""
source    = "Local definition: the return at 31 October that some partnerships ask of their schools"
reviewed  = 2026-11-25
*/
select
    school_return.return_id                 as case_id,
    school_return.about_day                 as counts_on,
    school_return.children_reported         as numerator,
    school_return.setting
from private_fostering_school_returns as school_return
where school_return.children_reported is not null
