/*
field    = "closed_date"
severity = "error"
sentence = """
The case is closed and an assessment begun in it has no authorised_date. Close the assessment, or correct closed_date.
"""
source   = "DfE children in need census, rule 8867"
reads    = ["assessments"]
*/
select distinct rows.row_number
from rows
cross join covered
inner join assessments
    on
        assessments.child_id = rows.child_id
        and assessments.start_date between rows.referral_date and rows.closed_date
where
    rows.closed_date <= covered.last_day
    and assessments.authorised_date is null
