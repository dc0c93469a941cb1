/* Attendance at meetings that stands. */
select
    hash(standing.meeting, standing.met_on, standing.about_agency)::varchar as attendance_id,
    standing.*
from standing
order by standing.met_on
