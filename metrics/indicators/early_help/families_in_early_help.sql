/*
line      = 2
title     = "Families in early help"
short     = "families in early help"
asks      = "How many families are helped before they need a social worker?"
counts    = """
Families (brothers and sisters together) with early help open for one of their children on the last day of the period. A
family counts once. A child whose family is not recorded counts as a family.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "early_help"
themes    = ["early_help"]
numerator_is = "families in early help"
no_benchmark_because = "no national figure is published: what counts as early help differs from area to area"
breakdowns = { agency = "Agency that leads" }
needs     = ["early_help_episodes.closed_on", "early_help_episodes.family_id"]
caution   = """
Where families are not recorded this is no lower than it should be, and may be as high as the number of children. A family
helped by two agencies stands in both groups and once in the total.
"""
source    = "Local definition. Working Together to Safeguard Children 2023, chapter 3, section 1 (early help)"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.opened_on                       as counts_from,
    episode.closed_on                       as counts_until,
    coalesce(episode.family_id, episode.child_id) as counted_as,
    episode.led_by                          as agency
from early_help_episodes as episode
