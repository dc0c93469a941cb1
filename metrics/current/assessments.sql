/* Assessments that stand, with the working days they took, and those until the child was seen: the next working day after the
start is day 1. A child seen only before the start was not seen for the assessment. */
select
    hash(standing.child_id, standing.start_date) as assessment_id,
    standing.*,
    authorised.number - started.number          as working_days_taken,
    case
        when standing.seen_on >= standing.start_date then seen.number - started.number
    end                                         as working_days_to_seen
from standing
left join working_days as started on started.day = standing.start_date
left join working_days as authorised on authorised.day = standing.authorised_date
left join working_days as seen on seen.day = standing.seen_on
order by standing.start_date
