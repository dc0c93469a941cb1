/*
field    = "children"
severity = "warning"
sentence = """
The children of the two tables of this day differ by more than a twentieth. Check that each table holds every child once.
"""
source   = "Our own"
*/
with total as (
    select
        rows.as_at,
        sum(rows.children) filter (where rows.counted_by = 'age and sex') as by_age_and_sex,
        sum(rows.children) filter (where rows.counted_by = 'ethnicity') as by_ethnicity
    from rows
    group by rows.as_at
)

select rows.row_number
from rows
inner join total on total.as_at = rows.as_at
where abs(total.by_age_and_sex - total.by_ethnicity) > total.by_age_and_sex / 20
