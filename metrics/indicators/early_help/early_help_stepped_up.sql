/*
line      = 8
title     = "Early help stepped up to social care"
short     = "stepped up to social care"
asks      = "How often was early help not enough?"
counts    = """
Episodes of early help that closed in the period. The figure is the share of them that closed because the child stepped up to
children's social care.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "monitor"
owner     = "early_help"
themes    = ["early_help"]
numerator_is = "episodes that stepped up to social care"
denominator_is = "episodes of early help closed"
no_benchmark_because = "no national figure is published"
breakdowns = { agency = "Agency that leads", age_band = "Age when it opened" }
needs     = ["early_help_episodes.closed_on", "early_help_episodes.outcome"]
caution   = """
Neither high nor low is good: a step up can be risk seen in time, and none at all can be risk not seen. Early help that goes on
beside a social worker has not closed and is not counted.
"""
source    = "Local definition. Step up to children's social care, as early help records how an episode ended"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.closed_on                       as counts_on,
    episode.led_by                          as agency,
    episode.age_band,
    coalesce(episode.outcome = 'stepped up', false) as numerator
from early_help_episodes as episode
where episode.closed_on is not null
