/*
line      = 10
title     = "Private fostering: later visits in time"
short     = "later private fostering visits in time"
asks      = "Do we keep seeing a privately fostered child?"
counts    = """
Visits due after the first one: in the first year after the notification within six weeks of the visit before, later within
twelve weeks. The figure is the share of them made in time. One made in time counts in the period in which it was made; one
that was not, in the period of the last day on which it could have been.
"""
unit      = "percent"
says      = "quality"
timing    = "in_period"
better    = "bigger"
owner     = "childrens_social_care"
themes    = ["private_fostering"]
numerator_is = "later visits made in time"
denominator_is = "later visits made in time or missed"
no_benchmark_because = "the DfE closed its collection in 2015"
caution   = """
A child who is not visited for half a year is one missed visit, not four. Which interval applies goes by the day of the visit
before. Nothing is due before the first visit: that has its own line. With few children one visit moves it far.
"""
source    = "Children (Private Arrangements for Fostering) Regulations 2005, regulation 8: the arrangement begins when the council knows of it"
reviewed  = 2026-11-25
*/
with visit as (
    select
        arrangement.arrangement_id,
        arrangement.first_visit_on          as visited_on
    from private_fostering as arrangement
    where arrangement.first_visit_on is not null
    union
    select
        arrangement.arrangement_id,
        unnest(arrangement.later_visits)    as visited_on
    from private_fostering as arrangement
),

due as (
    select
        arrangement.arrangement_id,
        arrangement.child_id,
        arrangement.family_id,
        arrangement.ended_on,
        visit.visited_on,
        case
            when visit.visited_on < arrangement.notified_on + interval 1 year
                then visit.visited_on + 42
            else visit.visited_on + 84
        end                                 as due_by,
        lead(visit.visited_on) over (
            partition by arrangement.arrangement_id
            order by visit.visited_on
        )                                   as next_on
    from private_fostering as arrangement
    inner join visit
        on
            visit.arrangement_id = arrangement.arrangement_id
            and visit.visited_on >= arrangement.notified_on
)

select
    hash(due.arrangement_id, due.visited_on) as case_id,
    due.child_id,
    due.family_id,
    least(due.next_on, due.due_by)          as counts_on,
    coalesce(due.next_on <= due.due_by, false) as numerator
from due
where due.next_on <= due.ended_on or coalesce(due.ended_on > due.due_by, true)
