/* Attendance that stands, with the day until which each measurement is the newest: the agency's next one, or a year. */
with followed as (
    select
        standing.*,
        min(standing.measured_to) over later_days as next_measured_to
    from standing
    window later_days as (
        partition by standing.agency
        order by standing.measured_to
        range between interval 1 day following and unbounded following
    )
)

select
    hash(followed.child_id, followed.measured_to, followed.agency::varchar) as attendance_id,
    followed.* exclude (next_measured_to),
    -- least passes over a measurement that has none after it
    least(
        followed.next_measured_to,
        (followed.measured_to + interval 12 months)::date
    )                                           as newest_until
from followed
order by followed.measured_to
