/*
field    = "outcome_on"
severity = "error"
sentence = """
outcome_on is empty although outcome_type is not. Fill in the day: the offence was left out of the share that was charged.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.outcome_type is not null
    and rows.outcome_on is null
