/* Missing episodes from which the child came back within the days asked, by how far along the way each got: known to the service
that holds return home interviews, offered, held, and held in time. */
select
    count(*)                                                    as ended,
    count(interview.episode_id)                                 as known,
    count(*) filter (where interview.offered)                   as offered,
    count(*) filter (where interview.held_at is not null)       as held,
    count(*) filter (
        where interview.held_at <= episode.returned_at + interval 72 hours
    )                                                           as in_time
from missing_episodes as episode
left join return_interviews as interview on interview.episode_id = episode.episode_id
where episode.returned_at::date between ? and ?
