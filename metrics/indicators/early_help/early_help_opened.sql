/*
line      = 3
title     = "Early help opened"
short     = "early help opened"
asks      = "Which agencies begin early help?"
counts    = """
Episodes of early help that opened in the period: one for each child. By agency it shows whose worker leads the help.
"""
unit      = "count"
says      = "quantity"
timing    = "in_period"
better    = "monitor"
owner     = "early_help"
themes    = ["early_help"]
numerator_is = "episodes of early help opened"
no_benchmark_because = "no national figure is published: what counts as early help differs from area to area"
breakdowns = { agency = "Agency that leads", source = "Where it came from", age_band = "Age when it opened" }
caution   = """
Children and not families: one large family moves it. An agency with none may help families without telling the early help
service.
"""
source    = "Local definition. Working Together to Safeguard Children 2023, chapter 3, section 1 (early help)"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.opened_on                       as counts_on,
    episode.led_by                          as agency,
    episode.source,
    episode.age_band
from early_help_episodes as episode
