/*
line      = 13
title     = "Return home interviews accepted"
short     = "return interviews accepted"
asks      = "Do children want to talk to us when they come back?"
counts    = """
Missing episodes that ended in the period. The figure is the share of them after which the child agreed to a return home
interview. One that was held was agreed to.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["missing", "exploitation"]
numerator_is = "episodes with an interview accepted"
denominator_is = "episodes that ended"
no_benchmark_because = "no national figure is published"
breakdowns = { place = "Missing from" }
needs     = ["return_interviews.accepted"]
settles   = 30
caution   = """
A child who was never offered one could not accept: read it beside those offered. An empty cell counts as no. The figure is
provisional for 30 days, our own limit.
"""
source    = "Local definition. DfE, statutory guidance on children who run away or go missing, 2014"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.returned_at                     as counts_on,
    episode.place,
    coalesce(interview.accepted or interview.held_at is not null, false) as numerator
from missing_episodes as episode
left join return_interviews as interview on interview.episode_id = episode.episode_id
where episode.returned_at is not null
