/*
field    = "conference_date"
severity = "warning"
sentence = """
More than 15 working days after start_date there is no conference. Check whether it was held, or fill in conference_not_required.
"""
source   = "DfE children in need census, rule 8675Q"
reads    = ["working_days"]
*/
select rows.row_number
from rows
cross join file
inner join working_days as began on began.day = rows.start_date
inner join working_days as reached on reached.day = file.as_at
where
    rows.conference_date is null
    and rows.conference_not_required is not true
    and reached.number - began.number > 15
