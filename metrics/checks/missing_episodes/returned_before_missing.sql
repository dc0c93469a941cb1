/*
field    = "returned_at"
severity = "block"
sentence = """
returned_at is before missing_from. Correct one of the two: the episode was left out.
"""
source   = "SSDA903, rule 567"
*/
select rows.row_number
from rows
where rows.returned_at < rows.missing_from
