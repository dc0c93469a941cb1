/*
field    = "about_day"
severity = "block"
sentence = """
about_day is not a 31 October. Correct it: the return was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    month(rows.about_day) <> 10
    or day(rows.about_day) <> 31
