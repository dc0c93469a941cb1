"""Rows at the edge of the rules for conferences, reviews and visits of plans, police powers and schools' returns."""

from tests.checks.edge import Edge

PROTECTION = {
    ("conference_attendance", "on_a_weekend"): Edge(
        """
        conference_id | held_on    | invited_agency
        friday        | 2025-04-11 | health
        friday        | 2025-04-11 | police
        saturday      | 2025-04-12 | health
        saturday      | 2025-04-12 | police
        sunday        | 2025-04-13 | health
        sunday        | 2025-04-13 | police
        monday        | 2025-04-14 | health
        monday        | 2025-04-14 | police
        """,
        [4, 5, 6, 7],
    ),
    ("cp_plans", "previous_plan_ended_later"): Edge(
        """
        child_id | start_date | previous_ended_on | category | previous_plans
        after    | 2025-04-10 | 2025-04-11        | NEG      | 1
        same     | 2025-04-10 | 2025-04-10        | NEG      | 1
        none     | 2025-04-10 |                   | NEG      | 0
        """,
        [2],
    ),
    ("cp_plans", "followed_up_while_open"): Edge(
        """
        child_id | start_date | end_date   | open_after_six_months | category | previous_plans
        open     | 2025-04-10 |            | no                    | NEG      | 0
        ended    | 2025-04-10 | 2025-05-10 | no                    | NEG      | 0
        unknown  | 2025-04-10 |            |                       | NEG      | 0
        """,
        [2],
    ),
    ("cp_reviews", "before_the_plan"): Edge(
        """
        child_id | plan_start | reviewed_on
        before   | 2025-04-10 | 2025-04-09
        same     | 2025-04-10 | 2025-04-10
        """,
        [2],
    ),
    ("cp_visits", "before_the_plan"): Edge(
        """
        child_id | plan_start | visited_on | seen
        before   | 2025-04-10 | 2025-04-09 | no
        same     | 2025-04-10 | 2025-04-10 | yes
        """,
        [2],
    ),
    ("police_protections", "ends_before_it_begins"): Edge(
        """
        child_id | taken_at         | ended_at
        before   | 2025-04-10 10:00 | 2025-04-10 09:59
        same     | 2025-04-10 10:00 | 2025-04-10 10:00
        open     | 2025-04-10 10:00 |
        """,
        [2],
    ),
    ("police_protections", "over_72_hours"): Edge(
        """
        child_id | taken_at         | ended_at
        over     | 2025-04-10 10:00 | 2025-04-13 10:01
        on       | 2025-04-10 10:00 | 2025-04-13 10:00
        open     | 2025-04-10 10:00 |
        """,
        [2],
    ),
    ("private_fostering", "later_visit_before_notification"): Edge(
        """
        arrangement_id | notified_on | source | first_visit_on | later_visits
        before         | 2025-04-10  | school | 2025-04-11     | 2025-05-10; 2025-04-09
        same           | 2025-04-10  | school | 2025-04-11     | 2025-04-10
        none           | 2025-04-10  | school | 2025-04-11     |
        """,
        [2],
    ),
    ("private_fostering_school_returns", "not_at_31_october"): Edge(
        """
        school_id | about_day  | returned_on
        september | 2024-09-30 |
        day       | 2024-10-30 |
        month     | 2025-05-31 |
        right     | 2024-10-31 |
        """,
        [2, 3, 4],
    ),
    ("private_fostering_school_returns", "answered_without_a_number"): Edge(
        """
        school_id | about_day  | returned_on | children_reported
        without   | 2024-10-31 | 2024-11-10  |
        nought    | 2024-10-31 | 2024-11-10  | 0
        silent    | 2024-10-31 |             |
        """,
        [2],
    ),
}
