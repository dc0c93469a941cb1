/*
field    = "invited_agency"
severity = "warning"
sentence = """
No other agency was invited to this conference. Check that every invited_agency has a row, those that did not come as well.
"""
source   = "Our own: a conference is of several agencies"
*/
with alone as (
    select rows.conference_id
    from rows
    group by rows.conference_id
    having count(distinct rows.invited_agency) = 1
)

select rows.row_number
from rows
inner join alone on alone.conference_id = rows.conference_id
