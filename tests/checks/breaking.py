"""Rows at the edge of every rule: those that break it and those that just do not, as tables to read."""

from tests.checks.breaking_care import CARE
from tests.checks.breaking_files import FILES
from tests.checks.breaking_front_door import FRONT_DOOR
from tests.checks.breaking_partners import PARTNERS
from tests.checks.breaking_plans import PLANS
from tests.checks.breaking_protection import PROTECTION
from tests.checks.breaking_referrals import REFERRALS
from tests.checks.breaking_time import TIME
from tests.checks.breaking_workforce import WORKFORCE
from tests.checks.edge import Edge

BREAKING = (
    CARE
    | FILES
    | PLANS
    | REFERRALS
    | TIME
    | FRONT_DOOR
    | PARTNERS
    | PROTECTION
    | WORKFORCE
    | {
        ("assessments", "authorised_before_start"): Edge(
            """
        child_id | start_date | authorised_date
        before   | 2025-04-10 | 2025-04-09
        same     | 2025-04-10 | 2025-04-10
        after    | 2025-04-10 | 2025-04-11
        open     | 2025-04-10 |
        """,
            [2],
        ),
        ("cp_plans", "ends_before_it_starts"): Edge(
            """
        child_id | start_date | end_date   | category | previous_plans
        before   | 2025-04-10 | 2025-04-09 | NEG      | 0
        same     | 2025-04-10 | 2025-04-10 | NEG      | 0
        after    | 2025-04-10 | 2025-04-11 | NEG      | 0
        open     | 2025-04-10 |            | NEG      | 0
        """,
            [2],
        ),
        ("cp_plans", "starts_and_ends_on_one_day"): Edge(
            """
        child_id | start_date | end_date   | category | previous_plans
        same     | 2025-04-10 | 2025-04-10 | NEG      | 0
        after    | 2025-04-10 | 2025-04-11 | NEG      | 0
        open     | 2025-04-10 |            | NEG      | 0
        """,
            [2],
        ),
        ("cp_plans", "no_category"): Edge(
            """
        child_id | start_date | initial_category | category | previous_plans
        neither  | 2025-04-10 |                  |          | 0
        initial  | 2025-04-10 | NEG              |          | 0
        latest   | 2025-04-10 |                  | PHY      | 0
        unknown  | 2025-04-10 |                  | BAD      | 0
        """,
            [2, 5],
        ),
        ("cp_plans", "no_count_of_previous_plans"): Edge(
            """
        child_id | start_date | category | previous_plans
        none     | 2025-04-10 | NEG      |
        nought   | 2025-04-10 | NEG      | 0
        many     | 2025-04-10 | NEG      | many
        """,
            [2, 4],
        ),
        ("cp_plans", "two_open_plans"): Edge(
            """
        child_id | start_date | end_date   | category | previous_plans
        two      | 2025-04-10 |            | NEG      | 0
        two      | 2025-05-10 |            | NEG      | 1
        two      | 2024-05-10 | 2024-06-10 | NEG      | 0
        one      | 2024-04-10 | 2025-05-10 | NEG      | 0
        one      | 2025-04-10 |            | NEG      | 1
        other    | 2025-04-10 |            | NEG      | 0
        """,
            [2, 3],
        ),
        ("missing_episodes", "returned_before_missing"): Edge(
            """
        episode_id | child_id | missing_from     | returned_at
        before     | A        | 2025-04-10 21:40 | 2025-04-10 21:39
        same       | B        | 2025-04-10 21:40 | 2025-04-10 21:40
        after      | C        | 2025-04-10 21:40 | 2025-04-11 06:00
        missing    | D        | 2025-04-10 21:40 |
        """,
            [2],
        ),
        ("private_fostering", "ends_before_notification"): Edge(
            """
        arrangement_id | notified_on | source | ended_on
        before         | 2025-04-10  | school | 2025-04-09
        same           | 2025-04-10  | school | 2025-04-10
        on             | 2025-04-10  | school |
        """,
            [2],
        ),
        ("private_fostering", "no_source"): Edge(
            """
        arrangement_id | notified_on | source
        none           | 2025-04-10  |
        unknown        | 2025-04-10  | cousin
        school         | 2025-04-10  | School
        """,
            [2, 3],
        ),
        ("private_fostering", "visited_before_notification"): Edge(
            """
        arrangement_id | notified_on | source | first_visit_on
        before         | 2025-04-10  | school | 2025-04-09
        same           | 2025-04-10  | school | 2025-04-10
        none           | 2025-04-10  | school |
        """,
            [2],
        ),
        ("referrals", "closed_before_received"): Edge(
            """
        child_id | referral_date | source | closed_date
        before   | 2025-04-10    | 1A     | 2025-04-09
        same     | 2025-04-10    | 1A     | 2025-04-10
        open     | 2025-04-10    | 1A     |
        """,
            [2],
        ),
        ("referrals", "no_source"): Edge(
            """
        child_id | referral_date | source
        none     | 2025-04-10    |
        unknown  | 2025-04-10    | 99
        small    | 2025-04-10    | 1a
        """,
            [2, 3],
        ),
        ("return_interviews", "accepted_but_not_offered"): Edge(
            """
        episode_id | returned_at      | offered | accepted
        accepted   | 2025-04-10 09:00 | no      | yes
        refused    | 2025-04-10 09:00 | no      | no
        offered    | 2025-04-10 09:00 | yes     | yes
        silent     | 2025-04-10 09:00 | no      |
        """,
            [2],
        ),
        ("return_interviews", "held_before_return"): Edge(
            """
        episode_id | returned_at      | offered | held_at
        before     | 2025-04-10 09:00 | yes     | 2025-04-10 08:59
        same       | 2025-04-10 09:00 | yes     | 2025-04-10 09:00
        never      | 2025-04-10 09:00 | yes     |
        """,
            [2],
        ),
        ("return_interviews", "held_but_not_offered"): Edge(
            """
        episode_id | returned_at      | offered | held_at
        held       | 2025-04-10 09:00 | no      | 2025-04-10 10:00
        offered    | 2025-04-10 09:00 | yes     | 2025-04-10 10:00
        never      | 2025-04-10 09:00 | no      |
        """,
            [2],
        ),
        ("section_47_enquiries", "conference_before_enquiry"): Edge(
            """
        child_id | start_date | conference_date
        before   | 2025-04-10 | 2025-04-09
        same     | 2025-04-10 | 2025-04-10
        moved in |            | 2025-04-10
        none     | 2025-04-10 |
        """,
            [2],
        ),
        ("section_47_enquiries", "conference_on_weekend"): Edge(
            """
        child_id | start_date | conference_date
        friday   | 2025-04-01 | 2025-04-11
        saturday | 2025-04-01 | 2025-04-12
        sunday   | 2025-04-01 | 2025-04-13
        monday   | 2025-04-01 | 2025-04-14
        none     | 2025-04-01 |
        """,
            [3, 4],
        ),
        ("section_47_enquiries", "no_day_at_all"): Edge(
            """
        child_id | start_date | conference_date | conference_not_required
        neither  |            |                 | yes
        started  | 2025-04-10 |                 | yes
        moved in |            | 2025-04-10      |
        """,
            [2],
        ),
        ("workforce", "caseload_over_fifty"): Edge(
            """
        team | month   | cases_held | case_holding_fte
        over | 2025-04 | 501        | 10
        on   | 2025-04 | 500        | 10
        none | 2025-04 | 0          | 0
        """,
            [2],
        ),
        ("workforce", "cases_without_workers"): Edge(
            """
        team    | month   | cases_held | case_holding_fte
        nobody  | 2025-04 | 1          | 0
        nothing | 2025-04 | 0          | 0
        some    | 2025-04 | 1          | 0.1
        """,
            [2],
        ),
    }
)
