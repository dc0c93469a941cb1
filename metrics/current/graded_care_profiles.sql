/* Graded care profile assessments that stand. The agency is in words: its code with a capital letter. */
select
    hash(standing.child_id, standing.completed_on) as profile_id,
    standing.*,
    upper(left(standing.completed_by, 1)) || substr(standing.completed_by, 2) as assessed_by
from standing
order by standing.completed_on
