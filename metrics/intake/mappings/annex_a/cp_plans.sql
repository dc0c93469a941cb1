/*
reads  = ["list_7"]
covers = "six_months"
cannot = "plans that ended more than six months before, reviews but the latest, and visits but the last"
*/
select
    plan.row_number,
    plan.place,
    plan.child_unique_id        as child_id,
    plan.date_of_birth,
    plan.plan_started           as start_date,
    plan.plan_ended             as end_date,
    plan.initial_category,
    plan.latest_category        as category,
    plan.previous_plans
from list_7 as plan
