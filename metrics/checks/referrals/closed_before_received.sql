/*
field    = "closed_date"
severity = "block"
sentence = """
closed_date is before referral_date. Correct one of the two: the referral was left out.
"""
source   = "DfE children in need census, rule 8630"
*/
select rows.row_number
from rows
where rows.closed_date < rows.referral_date
