/*
field    = "start_date"
severity = "error"
sentence = """
start_date is before the end_date of the child's plan before it. Correct one of the two: the child is counted once, both plans are kept.
"""
source   = "DfE children in need census, rule 8940"
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
