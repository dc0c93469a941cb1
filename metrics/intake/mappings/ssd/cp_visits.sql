/*
reads  = ["ssd_cp_visits", "ssd_cp_plans"]
covers = "history"
cannot = "whether a child was seen alone"
*/
select
    visit.row_number,
    visit.place,
    visit.cppv_person_id               as child_id,
    plan.cppl_cp_plan_start_date        as plan_start,
    visit.cppv_cp_visit_date          as visited_on,
    visit.cppv_cp_visit_seen            as seen
from ssd_cp_visits as visit
left join ssd_cp_plans as plan on plan.cppl_cp_plan_id = visit.cppv_cp_plan_id
where not coalesce(is_yes(plan.cppl_cp_plan_ola), false)
