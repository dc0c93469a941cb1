/*
field    = "missing_from"
severity = "error"
sentence = """
missing_from is before the child came back from the episode before it. Correct the times: both episodes are counted.
"""
source   = "SSDA903, rule 574"
*/
with ordered as (
    select
        sent.row_number,
        sent.missing_from,
        max(coalesce(sent.returned_at, timestamp '9999-12-31 00:00')) over (
            partition by sent.child_id
            order by sent.missing_from, sent.row_number
            rows between unbounded preceding and 1 preceding
        ) as back_at
    from rows as sent
)

select ordered.row_number
from ordered
where ordered.missing_from < ordered.back_at
