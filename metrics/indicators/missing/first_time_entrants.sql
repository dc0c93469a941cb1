/*
line      = 16
title     = "First-time entrants to the youth justice system"
short     = "first-time entrants"
asks      = "Do we keep children out of the criminal justice system?"
counts    = """
Children aged 10 to 17 who live in the area and received their first youth caution or court conviction in the period.
"""
unit      = "count"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "youth_justice"
themes    = ["exploitation"]
numerator_is = "children who entered"
no_benchmark_because = """
the Ministry of Justice publishes a rate per 100,000 children aged 10 to 17, and the population of that age is not held here
"""
breakdowns = { age_band = "Age at the first outcome", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
It is a number, not the official rate per 100,000 children aged 10 to 17: do not compare it with a bigger or smaller area. The
official count is from the Police National Computer and can differ from the youth justice service's own.
"""
source    = "Ministry of Justice and Youth Justice Board, first-time entrants; the number, not the rate"
reviewed  = 2026-11-25
*/
select
    entrant.entrant_id                      as case_id,
    entrant.child_id,
    entrant.family_id,
    entrant.entered_on                      as counts_on,
    entrant.age_band,
    entrant.sex,
    entrant.ethnicity
from first_time_entrants as entrant
