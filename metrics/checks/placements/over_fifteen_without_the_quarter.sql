/*
field    = "sixteen_by"
severity = "warning"
sentence = """
The child was 16 or over when the placement began and sixteen_by is empty. Fill in the quarter: the child counts as under 16.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.age_band = '16 and over'
    and rows.sixteen_by is null
