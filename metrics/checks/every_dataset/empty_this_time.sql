/*
field    = "whole file"
severity = "warning"
sentence = """
The last file listed {before} and this one lists none. Check the export: none sent is not the same as nought.
"""
source   = "Our own: a part of a file that was full and is empty"
reads    = ["last_file"]
*/
with now as (
    select count(*) as cases
    from listed
),

before as (
    select count(*) as cases
    from listed_before
)

select
    null as row_number,
    before.cases as before
from now
cross join before
where
    now.cases = 0
    and before.cases >= 5
