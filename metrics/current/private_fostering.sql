/* Private fostering arrangements that stand, with the working days to the first visit: the next working day is day 1. */
select
    standing.*,
    case
        when standing.first_visit_on >= standing.notified_on then visited.number - notified.number
    end                                         as working_days_to_visit
from standing
left join working_days as notified on notified.day = standing.notified_on
left join working_days as visited on visited.day = standing.first_visit_on
order by standing.notified_on
