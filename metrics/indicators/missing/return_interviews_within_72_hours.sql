/*
line      = 4
title     = "Return home interviews held within 72 hours"
short     = "return interviews in 72 hours"
asks      = "Is the child heard soon enough to act on it?"
counts    = """
Missing episodes that ended in the period. The figure is the share of them after which the first return home interview was
held within 72 hours of the child's return, by the clock.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["missing", "exploitation"]
numerator_is = "episodes with an interview within 72 hours"
denominator_is = "episodes that ended"
no_benchmark_because = "no national figure is published; a charity's survey of 2023-24 found 63% of the interviews held were in time"
breakdowns = { place = "Missing from" }
needs     = ["return_interviews.held_at"]
settles   = 3
caution   = "Seventy-two hours run through nights and weekends. Episodes whose 72 hours have not run out make the figure provisional."
source    = "Local definition. DfE, statutory guidance on children who run away or go missing, 2014 (72 hours)"
reviewed  = 2026-11-24
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.returned_at                     as counts_on,
    episode.place,
    coalesce(
        interview.held_at >= episode.returned_at
        and interview.held_at <= episode.returned_at + interval 72 hours,
        false
    )                                       as numerator
from missing_episodes as episode
left join return_interviews as interview on interview.episode_id = episode.episode_id
where episode.returned_at is not null
