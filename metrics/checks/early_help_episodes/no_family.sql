/*
field    = "family_id"
severity = "warning"
sentence = """
family_id is empty. Fill in what brothers and sisters share: the child counts as a family of its own.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where rows.family_id is null
