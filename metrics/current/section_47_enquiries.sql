/* Section 47 enquiries that stand, with the working days to the conference: the next working day is day 1.
A conference before its enquiry has none, and so cannot be in time. */
select
    hash(standing.child_id, standing.start_date, standing.conference_date) as enquiry_id,
    standing.*,
    case
        when standing.conference_date >= standing.start_date then held.number - started.number
    end                                         as working_days_to_conference
from standing
left join working_days as started on started.day = standing.start_date
left join working_days as held on held.day = standing.conference_date
order by coalesce(standing.start_date, standing.conference_date)
