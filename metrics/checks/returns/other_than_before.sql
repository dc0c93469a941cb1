/*
field    = "value"
severity = "warning"
sentence = """
An earlier return gave another figure for the same indicator and period. Check that it is meant to be restated.
"""
source   = "Our own: a restated figure"
reads    = ["held"]
*/
select rows.row_number
from rows
inner join held
    on
        held.indicator = rows.indicator
        and held.period = rows.period
        and coalesce(held.group_by, '') = coalesce(rows.group_by, '')
        and coalesce(held.group_value, '') = coalesce(rows.group_value, '')
where
    held.numerator is distinct from rows.numerator
    or held.denominator is distinct from rows.denominator
    or held.value is distinct from rows.value
