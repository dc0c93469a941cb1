/*
field    = "numerator"
severity = "info"
sentence = """
The number is between 1 and 4. Check that your agency agrees to its being shown: the board may see it, the public does not.
"""
source   = "Our own: small numbers in papers that others read"
reads    = ["covered"]
*/
select rows.row_number
from rows
where
    rows.numerator between 1 and 4
    and rows.status = 'figure'
