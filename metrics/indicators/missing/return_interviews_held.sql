/*
line      = 3
title     = "Return home interviews held"
short     = "return interviews held"
asks      = "Does a child who comes back get to talk to somebody?"
counts    = """
Missing episodes that ended in the period. The figure is the share of them after which a return home interview was held, however
late.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["missing", "exploitation"]
numerator_is = "episodes with an interview held"
denominator_is = "episodes that ended"
no_benchmark_because = "no national figure is published"
breakdowns = { place = "Missing from" }
needs     = ["return_interviews.held_at"]
settles   = 30
caution   = """
Children may decline. The figure is provisional for 30 days, our own limit: later interviews still raise it a little.
"""
source    = "Local definition. DfE, statutory guidance on children who run away or go missing, 2014"
reviewed  = 2026-11-24
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.returned_at                     as counts_on,
    episode.place,
    interview.held_at is not null           as numerator
from missing_episodes as episode
left join return_interviews as interview on interview.episode_id = episode.episode_id
where episode.returned_at is not null
