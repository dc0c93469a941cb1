/*
line      = 4
title     = "Early help closed with outcomes achieved"
short     = "early help that worked"
asks      = "Is the family better off when early help ends?"
counts    = """
Episodes of early help that closed in the period. The figure is the share of them that closed because their outcomes were
achieved. Outcomes achieved in part do not count.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "bigger"
owner     = "early_help"
themes    = ["early_help"]
numerator_is = "episodes closed with outcomes achieved"
denominator_is = "episodes of early help closed"
no_benchmark_because = "no national figure is published: each area says for itself when outcomes are achieved"
breakdowns = { agency = "Agency that leads", age_band = "Age when it opened" }
needs     = ["early_help_episodes.closed_on", "early_help_episodes.outcome"]
caution   = """
The worker who closes the help says whether it worked: sample some. Families who withdrew, moved away or stepped up are in the
total, and so is an episode closed without a recorded outcome.
"""
source    = "Local definition. Number and share of early help closed with outcomes achieved, as boards ask for it"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.closed_on                       as counts_on,
    episode.led_by                          as agency,
    episode.age_band,
    coalesce(episode.outcome = 'achieved', false) as numerator
from early_help_episodes as episode
where episode.closed_on is not null
