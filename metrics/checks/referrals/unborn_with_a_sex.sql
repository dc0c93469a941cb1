/*
field    = "sex_given"
severity = "info"
sentence = """
The child has only an expected day of birth, and a sex is given. Check: of a child not yet born it is written U (not known).
"""
source   = "DfE children in need census, rule 8750"
*/
select rows.row_number
from rows
where
    rows.expected_on is not null
    and rows.sex_given
