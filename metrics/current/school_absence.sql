/* Attendance that stands, with the day until which each measurement is the newest: the next one the agency sent, or a year. */
with measurement as (
    select distinct
        standing.agency,
        standing.measured_to
    from standing
),

followed as (
    select
        measurement.agency,
        measurement.measured_to,
        lead(measurement.measured_to) over (
            partition by measurement.agency
            order by measurement.measured_to
        )                                       as next_measured_to
    from measurement
)

select
    hash(standing.child_id, standing.measured_to, standing.agency) as attendance_id,
    standing.*,
    least(
        coalesce(followed.next_measured_to, date '9999-12-31'),
        (standing.measured_to + interval 12 months)::date
    )                                           as newest_until
from standing
inner join followed
    on
        followed.agency = standing.agency
        and followed.measured_to = standing.measured_to
order by standing.measured_to
