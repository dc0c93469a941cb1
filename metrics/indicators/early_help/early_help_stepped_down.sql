/*
line      = 6
title     = "Early help that stepped down from social care"
short     = "stepped down to early help"
asks      = "How many children go on being helped when the social worker leaves?"
counts    = "Episodes of early help that opened in the period and came from children's social care: one for each child."
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "early_help"
themes    = ["early_help"]
numerator_is = "episodes that came from social care"
no_benchmark_because = "no national figure is published"
breakdowns = { agency = "Agency that leads", age_band = "Age when it opened" }
needs     = ["early_help_episodes.source"]
caution   = """
As early help records it. Read it beside the share of social care's closures followed by early help: that one does not need
anybody to have written where the help came from.
"""
source    = "Local definition. Step down from children's social care, as early help records where an episode came from"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.opened_on                       as counts_on,
    episode.led_by                          as agency,
    episode.age_band
from early_help_episodes as episode
where episode.source = 'social care'
