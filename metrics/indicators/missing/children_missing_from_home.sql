/*
line      = 10
title     = "Children who went missing from home"
short     = "children missing from home"
asks      = "How many children went missing from home?"
counts    = """
Children who went missing from home at least once in the period, each once. The period is that in which an episode began.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["missing", "exploitation"]
numerator_is = "children missing from home"
no_benchmark_because = "no national figure of children missing from home is published by area"
breakdowns = { age_band = "Age" }
needs     = ["missing_episodes.missing_from_care"]
caution   = """
Episodes where it is not recorded whether the child was in care are in neither count. More children can mean better reporting.
"""
source    = "Local definition. DfE, statutory guidance on children who run away or go missing, 2014"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.child_id                        as counted_as,
    episode.missing_from                    as counts_on,
    episode.age_band
from missing_episodes as episode
where not episode.missing_from_care
