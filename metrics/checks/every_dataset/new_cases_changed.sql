/*
field    = "whole file"
severity = "warning"
sentence = """
In the last {days} days that it covers the file lists {now} new; the last file listed {before} in as many. Check that nothing is missing or listed twice.
"""
source   = "Our own: a change of more than a quarter since the last file"
reads    = ["last_file"]
*/
with compared as (
    select
        covered.last_day as until_now,
        covered_before.last_day as until_then,
        least(
            covered.last_day - covered.first_day,
            covered_before.last_day - covered_before.first_day
        ) + 1 as days
    from covered
    cross join covered_before
),

new_now as (
    select count(*) as cases
    from listed
    cross join compared
    where
        listed.first_day <= compared.until_now
        and compared.until_now - listed.first_day < compared.days
),

new_before as (
    select count(*) as cases
    from listed_before
    cross join compared
    where
        listed_before.first_day <= compared.until_then
        and compared.until_then - listed_before.first_day < compared.days
)

select
    null as row_number,
    compared.days,
    new_now.cases as now,
    new_before.cases as before
from compared
cross join new_now
cross join new_before
where
    greatest(new_now.cases, new_before.cases) >= 20
    and new_now.cases > 0
    and new_before.cases > 0
    and abs(new_now.cases - new_before.cases) > 0.25 * new_before.cases
