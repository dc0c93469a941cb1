/*
field    = "start_date"
severity = "error"
sentence = """
start_date is before the end_date of the child's period in care before it. Correct one of the two.
"""
source   = "SSDA903, rule 501"
*/
with ordered as (
    select
        sent.row_number,
        sent.start_date,
        max(sent.end_date) over (
            partition by sent.child_id
            order by sent.start_date
            rows between unbounded preceding and 1 preceding
        ) as ended_on
    from rows as sent
)

select ordered.row_number
from ordered
where ordered.start_date < ordered.ended_on
