/*
field    = "end_date"
severity = "error"
sentence = """
end_date is empty although the child has a later placement. Fill in the day it ended.
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
    where coalesce(sent.placement_type, '') not in ('T0', 'T1', 'T2', 'T3', 'T4')
)

select ordered.row_number
from ordered
where
    ordered.end_date is null
    and ordered.next_from is not null
