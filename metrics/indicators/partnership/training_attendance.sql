/*
line      = 2
title     = "Multi-agency training places attended"
short     = "training attendance"
asks      = "Do those who book come?"
counts    = """
Places that agencies had taken on the partnership's courses held in the period. The figure is the share of them that were attended.
Courses whose register is not in are left out.
"""
unit      = "percent"
says      = "quantity"
timing    = "in_period"
better    = "bigger"
owner     = "partnership"
themes    = ["partnership", "workforce"]
numerator_is = "places attended"
denominator_is = "places taken"
no_benchmark_because = "no national figure is published"
of_people = false
breakdowns = { agency = "Agency" }
caution   = "Places and not people: who comes to three courses counts three times. It does not say what was learned."
source    = "Local definition. Barnet core data set: training, numbers by agency"
reviewed  = 2026-11-25
*/
select
    place.place_id                          as case_id,
    place.held_on                           as counts_on,
    place.places_attended                   as numerator,
    place.places_taken                      as denominator,
    place.about_agency                      as agency
from training as place
where place.places_attended is not null
