/*
field    = "later_visits"
severity = "warning"
sentence = """
Two visits are more than six weeks apart in the first year, or more than twelve after it. Check that later_visits has them all.
"""
source   = "Our own: Children (Private Arrangements for Fostering) Regulations 2005, regulation 8"
*/
with visits as (
    select
        rows.row_number,
        rows.notified_on,
        unnest(list_append(coalesce(rows.later_visits, []), rows.first_visit_on)) as visited_on
    from rows
),

apart as (
    select
        visits.row_number,
        visits.notified_on,
        visits.visited_on,
        lag(visits.visited_on) over (partition by visits.row_number order by visits.visited_on)
            as visited_before
    from visits
)

select distinct apart.row_number
from apart
where
    apart.visited_on - apart.visited_before
    > case when apart.visited_before < apart.notified_on + interval 1 year then 42 else 84 end
