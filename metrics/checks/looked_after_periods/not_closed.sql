/*
field    = "end_date"
severity = "error"
sentence = """
end_date is empty although the child has a later period in care. Fill in the day it ended.
"""
source   = "SSDA903, rule 142"
*/
with ordered as (
    select
        sent.row_number,
        sent.end_date,
        lead(sent.start_date) over (
            partition by sent.child_id
            order by sent.start_date
        ) as next_from
    from rows as sent
)

select ordered.row_number
from ordered
where
    ordered.end_date is null
    and ordered.next_from is not null
