/*
field    = "sixteen_by"
severity = "block"
sentence = """
sixteen_by is not the last day of a quarter. Fill in 31 March, 30 June, 30 September or 31 December, never the birthday: the placement was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.sixteen_by <> last_day(date_trunc('quarter', rows.sixteen_by) + interval 2 months)
