/*
reads  = ["ssd_missing"]
covers = "history"
cannot = "the day and time of a return interview"
*/
select
    episode.row_number,
    episode.place,
    episode.miss_table_id               as episode_id,
    episode.miss_missing_episode_end_date as returned_at,
    episode.miss_missing_rhi_offered    as offered,
    case
        when upper(episode.miss_missing_rhi_accepted) <> 'NA' then episode.miss_missing_rhi_accepted
    end                                 as accepted
from ssd_missing as episode
where
    episode.miss_missing_episode_end_date is not null
    and coalesce(upper(episode.miss_missing_rhi_offered) <> 'NA', true)
    and not regexp_matches(
        lower(coalesce(episode.miss_missing_episode_type, '')), '^(a$|away|absent)'
    )
