/*
line      = 1
title     = "Children in early help"
short     = "children in early help"
asks      = "How many children are helped before they need a social worker?"
counts    = """
Children with early help open on the last day of the period, whichever agency leads it. A child counts once however many
episodes are open. Early help that closes on that day has closed.
"""
unit      = "count"
says      = "quantity"
timing    = "as_at"
better    = "monitor"
owner     = "early_help"
themes    = ["early_help"]
numerator_is = "children in early help"
no_benchmark_because = "no national figure is published: what counts as early help differs from area to area"
breakdowns = { agency = "Agency that leads", age_band = "Age when it opened", sex = "Sex", ethnicity = "Ethnicity" }
needs     = ["early_help_episodes.closed_on"]
caution   = """
Neither high nor low is good. Help that an agency gives without telling the early help service is not counted, so a rise can
mean better records. A child helped by two agencies stands in both groups and once in the total.
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
    episode.child_id                        as counted_as,
    episode.led_by                          as agency,
    episode.age_band,
    episode.sex,
    episode.ethnicity
from early_help_episodes as episode
