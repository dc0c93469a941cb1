/*
field    = "whole file"
severity = "warning"
sentence = """
On the last day that the file covers {now} were open; the last file had {before} on its last day. Check that nothing is missing or listed twice.
"""
source   = "Our own: a change of more than a quarter since the last file"
reads    = ["last_file"]
*/
with open_now as (
    select count(*) as cases
    from listed
    cross join covered
    where
        listed.first_day <= covered.last_day
        and (listed.last_day is null or listed.last_day > covered.last_day)
),

open_before as (
    select count(*) as cases
    from listed_before
    cross join covered_before
    where
        listed_before.first_day <= covered_before.last_day
        and (listed_before.last_day is null or listed_before.last_day > covered_before.last_day)
)

select
    null as row_number,
    open_now.cases as now,
    open_before.cases as before
from open_now
cross join open_before
where
    greatest(open_now.cases, open_before.cases) >= 20
    and open_now.cases > 0
    and open_before.cases > 0
    and abs(open_now.cases - open_before.cases) > 0.25 * open_before.cases
