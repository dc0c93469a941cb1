/*
reads  = ["ssd_cp_plans"]
covers = "history"
cannot = "whether domestic abuse is among the reasons for a plan"
*/
with children as (
    select
        ssd_person.pers_person_id       as person_id,
        any_value(coalesce(ssd_person.pers_dob, ssd_person.pers_expected_dob)) as born
    from ssd_person
    group by ssd_person.pers_person_id
),

families as (
    select
        ssd_family.fami_person_id       as person_id,
        min(ssd_family.fami_family_id)  as family_id
    from ssd_family
    group by ssd_family.fami_person_id
)
,

own as (
    select
        ssd_cp_plans.*,
        count(*) over (
            partition by ssd_cp_plans.cppl_person_id
            order by day_of(ssd_cp_plans.cppl_cp_plan_start_date)
            rows between unbounded preceding and 1 preceding
        )                               as previous_plans
    from ssd_cp_plans
    where not coalesce(is_yes(ssd_cp_plans.cppl_cp_plan_ola), false)
)

select
    plan.row_number,
    plan.place,
    plan.cppl_person_id     as child_id,
    families.family_id,
    children.born                       as date_of_birth,
    plan.cppl_cp_plan_start_date        as start_date,
    plan.cppl_cp_plan_end_date          as end_date,
    plan.cppl_cp_plan_initial_category  as initial_category,
    plan.cppl_cp_plan_latest_category   as category,
    plan.previous_plans
from own as plan
left join children on children.person_id = plan.cppl_person_id
left join families on families.person_id = plan.cppl_person_id
order by plan.row_number
