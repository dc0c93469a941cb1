/*
line      = 11
title     = "Children who went missing from care"
short     = "children missing from care"
asks      = "How many of the children in our care went missing?"
counts    = """
Looked after children who went missing at least once in the period, each once. The period is that in which an episode began.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["missing", "exploitation", "in_care"]
numerator_is = "children missing from care"
no_benchmark_because = """
the national figure is a share of the children looked after in a year to 31 March, open incidents included
"""
breakdowns = { place = "Missing from", age_band = "Age" }
needs     = ["missing_episodes.missing_from_care"]
caution   = """
A child who moved, and went missing from both places, counts in both groups and once in the whole. Our own children placed
outside the area may be reported to another force and not show.
"""
source    = """
Local definition. DfE, statutory guidance on children who run away or go missing, 2014; compare DfE, Local Authority
Interactive Tool, measure 161
"""
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.child_id                        as counted_as,
    episode.missing_from                    as counts_on,
    episode.place,
    episode.age_band
from missing_episodes as episode
where episode.missing_from_care
