/*
line      = 1
title     = "Children in need"
short     = "children in need"
asks      = "How many children are social workers helping?"
counts    = """
Children with an episode of need open on the last day of the period, each once. As in the census, children on a child
protection plan, children in care and care leavers are among them.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "childrens_social_care"
themes    = ["children_in_need"]
numerator_is = "children in need"
no_benchmark_because = "this tool does not load the DfE's table of it yet"
breakdowns = { category = "Main need", age_band = "Age at the start of the episode", sex = "Sex", ethnicity = "Ethnicity" }
caution   = """
Neither high nor low is good. It counts every child with an open episode of need: it is not the number on a child in need
plan.
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
    episode.end_date                        as counts_until,
    episode.primary_need                    as category,
    episode.age_band,
    episode.sex,
    episode.ethnicity
from children_in_need as episode
