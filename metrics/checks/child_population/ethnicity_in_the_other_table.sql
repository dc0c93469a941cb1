/*
field    = "ethnicity"
severity = "error"
sentence = """
ethnicity is filled in, in a row counted by age and sex. Check counted_by: each table holds every child once.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.counted_by = 'age and sex'
    and rows.ethnicity is not null
