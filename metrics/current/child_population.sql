/* The counts of children that stand, each with the day of the next count of its table, which takes its place. */
with counted as (
    select distinct
        standing.counted_by,
        standing.as_at
    from standing
),

followed as (
    select
        counted.counted_by,
        counted.as_at,
        lead(counted.as_at) over (partition by counted.counted_by order by counted.as_at)
            as next_as_at
    from counted
)

select
    hash(
        standing.as_at,
        standing.counted_by,
        standing.age_band,
        standing.sex,
        standing.ethnicity
    )                                           as group_id,
    standing.*,
    followed.next_as_at
from standing
inner join followed
    on
        followed.counted_by = standing.counted_by
        and followed.as_at = standing.as_at
order by standing.as_at
