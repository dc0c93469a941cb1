/*
field    = "closed_date"
severity = "error"
sentence = """
The case is closed and a section 47 enquiry begun in it has no conference, nor word that none was needed. Fill in the enquiry, or correct closed_date.
"""
source   = "DfE children in need census, rule 8868"
reads    = ["section_47_enquiries"]
*/
select distinct rows.row_number
from rows
cross join covered
inner join section_47_enquiries as enquiry
    on
        enquiry.child_id = rows.child_id
        and enquiry.start_date between rows.referral_date and rows.closed_date
where
    rows.closed_date <= covered.last_day
    and enquiry.conference_date is null
    and enquiry.conference_not_required is not true
