/*
line      = 1
title     = "Missing episodes"
short     = "missing episodes"
asks      = "How often do children go missing?"
counts    = "Episodes of children going missing, from home or from care, that began in the period."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "police"
themes    = ["missing", "exploitation"]
numerator_is = "missing episodes"
no_benchmark_because = "the national figure covers looked after children only, and counts children, not episodes"
breakdowns = { place = "Missing from", age_band = "Age" }
caution   = """
A few children who go missing often make up most episodes. More episodes can mean better reporting. A child whose whereabouts
are known is away without authorisation and not missing: where the police do not tell the two apart, the figure is too high.
"""
source    = "Local definition. DfE, statutory guidance on children who run away or go missing, 2014"
reviewed  = 2026-11-24
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.missing_from                    as counts_on,
    episode.place,
    episode.age_band
from missing_episodes as episode
