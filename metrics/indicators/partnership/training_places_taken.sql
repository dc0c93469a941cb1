/*
line      = 1
title     = "Multi-agency training places taken up"
short     = "training places taken"
asks      = "Do agencies send their staff to learn together?"
counts    = """
Places kept for agencies on the partnership's courses held in the period. The figure is the share of them that the agencies took.
Courses open to all, on which no places are kept for an agency, are left out.
"""
unit      = "percent"
says      = "quantity"
timing    = "in_period"
better    = "bigger"
owner     = "partnership"
themes    = ["partnership", "workforce"]
numerator_is = "places taken"
denominator_is = "places offered"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency" }
caution   = "A place that is taken is not yet attended. An agency that takes more than its share has a figure over 100%."
source    = "Local definition. Barnet core data set: training, numbers by agency"
reviewed  = 2026-11-25
*/
select
    place.place_id                          as case_id,
    place.held_on                           as counts_on,
    place.places_taken                      as numerator,
    place.places_offered                    as denominator,
    place.about_agency                      as agency
from training as place
where place.places_offered is not null
