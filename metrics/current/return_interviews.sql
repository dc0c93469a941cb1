/* Return home interviews that stand, one row for each missing episode: offered if any offer was made, and the first interview.
An interview dated before the return is a slip: it is taken only where there is no other. */
select
    standing.episode_id,
    min(standing.returned_at)                   as returned_at,
    bool_or(standing.offered or standing.held_at is not null) as offered,
    bool_or(standing.accepted)                  as accepted,
    coalesce(
        min(standing.held_at) filter (where standing.held_at >= standing.returned_at),
        min(standing.held_at)
    )                                           as held_at
from standing
group by standing.episode_id
