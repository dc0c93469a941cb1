/*
reads  = ["ssd_cp_reviews", "ssd_cp_plans"]
covers = "history"
cannot = "the day on which a review was due"
*/
select
    review.row_number,
    review.place,
    review.cppr_person_id               as child_id,
    plan.cppl_cp_plan_start_date        as plan_start,
    review.cppr_cp_review_date          as reviewed_on
from ssd_cp_reviews as review
left join ssd_cp_plans as plan on plan.cppl_cp_plan_id = review.cppr_cp_plan_id
where not coalesce(is_yes(plan.cppl_cp_plan_ola), false)
