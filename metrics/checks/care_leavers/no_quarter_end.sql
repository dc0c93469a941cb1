/*
field    = "quarter_ends"
severity = "block"
sentence = """
quarter_ends is not the last day of a quarter. Fill in 31 March, 30 June, 30 September or 31 December, never the birthday: the row was left out.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.quarter_ends <> last_day(date_trunc('quarter', rows.quarter_ends) + interval 2 months)
