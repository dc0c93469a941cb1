/*
field    = "in_touch"
severity = "warning"
sentence = """
in_touch is empty although activity or accommodation is known. Fill in yes or no: it counts as no.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.in_touch is null
    and (rows.in_education_or_work is not null or rows.suitable_accommodation is not null)
