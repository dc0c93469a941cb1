/*
line      = 2
title     = "Children in need, rate per 10,000 children"
short     = "rate of children in need"
asks      = "Do we help more or fewer children in need than our population would suggest?"
counts    = """
Children with an episode of need open on the last day of the period, for every 10,000 children aged 0 to 17 who live in the
area.
"""
unit      = "rate_per_10000"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["children_in_need"]
numerator_is = "children in need"
denominator_is = "children aged 0 to 17 living in the area"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
caution   = """
Unborn children and care leavers up to 25 are in the count and not in the population. The population is the Office for
National Statistics' estimate for 30 June of the financial year in which the period ends, or the newest before it.
"""
source    = "DfE, Local Authority Interactive Tool, measure 171; children in need census"
reviewed  = 2026-11-25
*/
select
    episode.episode_id                      as case_id,
    episode.child_id,
    episode.family_id,
    episode.child_id                        as counted_as,
    episode.start_date                      as counts_from,
    episode.end_date                        as counts_until
from children_in_need as episode
