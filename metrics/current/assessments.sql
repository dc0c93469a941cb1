/* Assessments that stand, with the working days they took: the next working day after the start is day 1. */
select
    hash(standing.child_id, standing.start_date) as assessment_id,
    standing.*,
    authorised.number - started.number          as working_days_taken
from standing
left join working_days as started on started.day = standing.start_date
left join working_days as authorised on authorised.day = standing.authorised_date
order by standing.start_date
