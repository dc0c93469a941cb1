/*
line      = 2
title     = "Return home interviews offered"
short     = "return interviews offered"
asks      = "Is every child who comes back asked what happened?"
counts    = """
Missing episodes that ended in the period. The figure is the share of them after which the child was offered a return home
interview.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["missing", "exploitation"]
numerator_is = "episodes with an interview offered"
denominator_is = "episodes that ended"
no_benchmark_because = "no national figure is published"
breakdowns = { place = "Missing from" }
settles   = 3
caution   = """
An offer is not an interview: read it beside those held, and those held in time. Episodes whose 72 hours have not run out make
the figure provisional.
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
    coalesce(interview.offered, false)     as numerator
from missing_episodes as episode
left join return_interviews as interview on interview.episode_id = episode.episode_id
where episode.returned_at is not null
