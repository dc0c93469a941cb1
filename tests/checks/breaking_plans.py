"""Rows at the edge of the rules for assessments, enquiries and plans that hold them against one another and against time."""

from datetime import date

from tests.checks.edge import Edge


def _plans(previous: str, count: int) -> str:
    lines = [f"C{each} | 2025-04-10 | NEG | {previous}" for each in range(count)]
    return "\n".join(["child_id | start_date | category | previous_plans", *lines])


PLANS = {
    ("assessments", "authorised_outside_the_file"): Edge(
        """
        child_id | start_date | authorised_date
        before   | 2024-03-01 | 2024-03-31
        first    | 2024-03-01 | 2024-04-01
        last     | 2025-04-10 | 2025-12-31
        after    | 2025-04-10 | 2026-01-01
        open     | 2025-04-10 |
        """,
        [2, 5],
    ),
    ("assessments", "open_over_45_days"): Edge(
        """
        child_id | start_date | authorised_date
        over     | 2025-10-24 |
        on       | 2025-10-27 |
        done     | 2025-10-24 | 2025-12-31
        """,
        [2],
    ),
    ("section_47_enquiries", "conference_before_referral"): Edge(
        """
        child_id | start_date | conference_date
        before   | 2025-04-01 | 2025-04-09
        same     | 2025-04-01 | 2025-04-10
        second   | 2025-04-01 | 2025-05-01
        unknown  | 2025-04-01 | 2025-04-09
        none     | 2025-04-01 |
        """,
        [2],
        beside={
            "referrals": """
        child_id | referral_date | source
        before   | 2025-04-10    | 1A
        same     | 2025-04-10    | 1A
        second   | 2025-04-10    | 1A
        second   | 2025-06-10    | 1A
        none     | 2025-04-10    | 1A
        """
        },
    ),
    ("section_47_enquiries", "conference_twice"): Edge(
        """
        child_id | start_date | conference_date
        twice    |            | 2025-04-10
        twice    | 2025-04-01 | 2025-04-10
        twice    | 2025-04-02 | 2025-04-10
        later    |            | 2025-04-11
        later    | 2025-04-01 | 2025-04-10
        other    |            | 2025-04-10
        """,
        [2],
    ),
    ("section_47_enquiries", "no_conference_in_time"): Edge(
        """
        child_id   | start_date | conference_date | conference_not_required
        over       | 2025-12-05 |                 | no
        unsaid     | 2025-12-05 |                 |
        on         | 2025-12-08 |                 | no
        not needed | 2025-12-05 |                 | yes
        held       | 2025-12-05 | 2025-12-31      | no
        """,
        [2, 3],
    ),
    ("cp_reviews", "on_the_day_of_the_plan"): Edge(
        """
        child_id | plan_start | reviewed_on
        same     | 2025-04-10 | 2025-04-10
        next     | 2025-04-10 | 2025-04-11
        """,
        [2],
    ),
    ("cp_plans", "after_death"): Edge(
        """
        child_id | start_date | end_date   | died_on    | category | previous_plans
        starts   | 2025-04-10 |            | 2025-04-09 | NEG      | 0
        ends     | 2025-04-10 | 2025-05-10 | 2025-05-09 | NEG      | 0
        same     | 2025-04-10 | 2025-05-10 | 2025-05-10 | NEG      | 0
        first    | 2025-04-10 |            | 2025-04-10 | NEG      | 0
        alive    | 2025-04-10 | 2025-05-10 |            | NEG      | 0
        """,
        [2, 3],
    ),
    ("cp_plans", "born_long_after"): Edge(
        """
        child_id | start_date | date_of_birth | category | previous_plans
        over     | 2025-04-10 | 2026-01-16    | NEG      | 0
        on       | 2025-04-10 | 2026-01-15    | NEG      | 0
        unknown  | 2025-04-10 |               | NEG      | 0
        """,
        [2],
    ),
    ("cp_plans", "ends_outside_the_file"): Edge(
        """
        child_id | start_date | end_date   | category | previous_plans
        before   | 2024-03-01 | 2024-03-31 | NEG      | 0
        first    | 2024-03-01 | 2024-04-01 | NEG      | 0
        last     | 2025-04-10 | 2025-12-31 | NEG      | 0
        after    | 2025-04-10 | 2026-01-01 | NEG      | 0
        open     | 2025-04-10 |            | NEG      | 0
        """,
        [2, 5],
    ),
    ("cp_plans", "fewer_previous_than_held"): Edge(
        """
        child_id  | start_date | end_date   | category | previous_plans
        fewer     | 2025-04-10 |            | NEG      | 0
        right     | 2025-04-10 |            | NEG      | 1
        more      | 2025-04-10 |            | NEG      | 2
        on        | 2025-04-10 |            | NEG      | 0
        goes on   | 2025-04-10 |            | NEG      | 0
        in file   | 2025-04-10 |            | NEG      | 0
        in file   | 2024-05-10 | 2024-06-10 | NEG      | 0
        both      | 2025-04-10 |            | NEG      | 1
        both      | 2024-05-10 | 2024-06-10 | NEG      | 0
        unknown   | 2025-04-10 |            | NEG      |
        backwards | 2025-04-10 | 2025-04-10 | NEG      | 0
        again     | 2025-04-10 |            | NEG      | 1
        """,
        [2, 5, 7],
        before="""
        child_id  | start_date | end_date   | category | previous_plans
        fewer     | 2023-04-10 | 2024-04-10 | NEG      | 0
        right     | 2023-04-10 | 2024-04-10 | NEG      | 0
        more      | 2023-04-10 | 2024-04-10 | NEG      | 0
        on        | 2023-04-10 | 2025-04-10 | NEG      | 0
        goes on   | 2023-04-10 | 2025-04-11 | NEG      | 0
        both      | 2024-05-10 | 2024-06-10 | NEG      | 0
        unknown   | 2023-04-10 | 2024-04-10 | NEG      | 0
        backwards | 2025-04-10 | 2025-04-10 | NEG      | 0
        again     | 2023-04-10 | 2024-04-10 | NEG      | 0
        """,
        before_covers=(date(2023, 4, 1), date(2025, 6, 30)),
    ),
    ("cp_plans", "one_more_than_before"): Edge(
        """
        child_id | start_date | category | previous_plans
        inflated | 2025-04-10 | NEG      | 1
        same     | 2025-04-10 | NEG      | 1
        two more | 2025-04-10 | NEG      | 2
        other    | 2025-05-10 | NEG      | 1
        new      | 2025-04-10 | NEG      | 1
        """,
        [2],
        before="""
        child_id | start_date | category | previous_plans
        inflated | 2025-04-10 | NEG      | 0
        same     | 2025-04-10 | NEG      | 1
        two more | 2025-04-10 | NEG      | 0
        other    | 2025-04-10 | NEG      | 0
        someone  | 2025-04-10 | NEG      | 0
        """,
    ),
    ("cp_plans", "no_first_plan"): Edge(_plans("2", 10), [None], says="Every one of the 10 plans"),
    ("cp_plans", "no_conference_that_day"): Edge(
        """
        child_id   | start_date | category | previous_plans
        next day   | 2025-05-10 | NEG      | 0
        30 before  | 2025-05-10 | NEG      | 0
        31 before  | 2025-05-10 | NEG      | 0
        30 after   | 2025-05-10 | NEG      | 0
        31 after   | 2025-05-10 | NEG      | 0
        same       | 2025-05-10 | NEG      | 0
        one of two | 2025-05-10 | NEG      | 0
        none       | 2025-05-10 | NEG      | 0
        earlier    | 2024-03-31 | NEG      | 0
        first day  | 2024-04-01 | NEG      | 0
        """,
        [2, 3, 5, 11],
        beside={
            "section_47_enquiries": """
        child_id   | start_date | conference_date
        next day   | 2025-04-01 | 2025-05-11
        30 before  | 2025-04-01 | 2025-04-10
        31 before  | 2025-04-01 | 2025-04-09
        30 after   | 2025-04-01 | 2025-06-09
        31 after   | 2025-04-01 | 2025-06-10
        same       | 2025-04-01 | 2025-05-10
        one of two | 2025-04-01 | 2025-05-10
        one of two | 2025-04-02 | 2025-05-11
        none       | 2025-04-01 |
        earlier    | 2024-03-01 | 2024-04-10
        first day  | 2024-03-01 | 2024-04-10
        """
        },
    ),
    ("cp_plans", "more_plans_than_conferences"): Edge(
        """
        child_id | start_date | category | previous_plans
        A        | 2025-05-10 | NEG      | 0
        B        | 2024-04-01 | NEG      | 0
        C        | 2025-12-31 | NEG      | 0
        D        | 2024-03-31 | NEG      | 0
        """,
        [None],
        beside={
            "section_47_enquiries": """
        child_id | start_date | conference_date
        A        | 2025-04-01 | 2025-05-10
        B        | 2024-03-01 | 2024-04-01
        C        | 2024-03-01 | 2024-03-31
        D        | 2025-04-01 |
        E        | 2025-12-31 | 2026-01-01
        """
        },
        says="From 01/04/2024 to 31/12/2025 3 plans started and 2 conferences were held.",
    ),
    ("cp_plans", "overlapping_plans"): Edge(
        """
        child_id | start_date | end_date   | category | previous_plans
        overlaps | 2025-04-10 | 2025-06-10 | NEG      | 0
        overlaps | 2025-06-09 |            | NEG      | 1
        follows  | 2025-04-10 | 2025-06-10 | NEG      | 0
        follows  | 2025-06-10 |            | NEG      | 1
        longest  | 2024-04-10 | 2025-08-10 | NEG      | 0
        longest  | 2025-05-10 | 2025-05-20 | NEG      | 1
        longest  | 2025-06-10 |            | NEG      | 2
        open     | 2025-04-10 |            | NEG      | 0
        open     | 2025-05-10 |            | NEG      | 1
        other    | 2025-04-12 |            | NEG      | 0
        """,
        [3, 7, 8],
    ),
}
