/*
field    = "start_date"
severity = "block"
sentence = """
Both start_date and conference_date are empty. Fill in the day of the enquiry, or of the conference.
"""
source   = "Our own"
*/
select rows.row_number
from rows
where
    rows.start_date is null
    and rows.conference_date is null
