/*
line      = 12
title     = "Missing episodes of children who had gone missing in the 90 days before"
short     = "missing again within 90 days"
asks      = "Do we keep children from going missing again?"
counts    = """
Episodes of children going missing that began in the period. The figure is the share of them before which the same child had
gone missing in the last 90 days, counted from the day the earlier episode began.
"""
unit      = "percent"
says      = "outcome"
timing    = "in_period"
better    = "smaller"
owner     = "police"
themes    = ["missing", "exploitation"]
numerator_is = "episodes within 90 days of an earlier one"
denominator_is = "missing episodes"
no_benchmark_because = "no national figure is published"
breakdowns = { place = "Missing from", age_band = "Age" }
looks_back = 3
caution   = """
It counts episodes, not children: one child who goes missing every week moves it far. Read the number of families, and the
children missing, too.
"""
source    = """
Local definition: 90 days from the start of the earlier episode. DfE, statutory guidance on children who run away or go
missing, 2014
"""
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.missing_from                    as counts_on,
    episode.place,
    episode.age_band,
    coalesce(episode.missing_from::date - episode.previous_missing_on <= 90, false) as numerator
from missing_episodes as episode
