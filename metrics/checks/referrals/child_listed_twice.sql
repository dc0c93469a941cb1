/*
field    = "child_id"
severity = "warning"
sentence = """
The child has an entry further up the file. Check that it is one child, and put its referrals in one entry: each is counted.
"""
source   = "DfE children in need census, rule 8510"
*/
with first_entry as (
    select
        rows.child_id,
        arg_min(split_part(rows.place, ',', 1), rows.row_number) as entry
    from rows
    where rows.place is not null
    group by rows.child_id
)

select rows.row_number
from rows
inner join first_entry on first_entry.child_id = rows.child_id
where split_part(rows.place, ',', 1) <> first_entry.entry
