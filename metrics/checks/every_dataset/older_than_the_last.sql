/*
field    = "whole file"
severity = "warning"
sentence = """
The file covers days to {now}; the last one reached {before}. Check that it is not an old file: it takes the place of what it covers.
"""
source   = "Our own: a file older than the one before it"
reads    = ["last_file"]
*/
select
    null as row_number,
    strftime(covered.last_day, '%d/%m/%Y') as now,
    strftime(covered_before.last_day, '%d/%m/%Y') as before
from covered
cross join covered_before
where covered.last_day < covered_before.last_day
