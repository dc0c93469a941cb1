/*
field    = "outcome_type"
severity = "error"
sentence = """
outcome_type is empty although outcome_on is not. Fill in the type: the offence counts as one without an outcome.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.outcome_on is not null
    and rows.outcome_type is null
