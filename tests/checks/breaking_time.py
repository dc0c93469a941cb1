"""Rows at the edge of the rules for children in care, missing episodes, interviews and private fostering that look at time."""

from tests.checks.edge import Edge


def _overlap(more: str = "") -> Edge:
    return Edge(
        f"""
        child_id | start_date | end_date   | {more or "sex"}
        overlaps | 2025-04-10 | 2025-06-10 |
        overlaps | 2025-06-09 |            |
        follows  | 2025-04-10 | 2025-06-10 |
        follows  | 2025-06-10 |            |
        longest  | 2024-04-10 | 2025-08-10 |
        longest  | 2025-05-10 | 2025-05-20 |
        longest  | 2025-06-10 |            |
        open     | 2025-04-10 |            |
        open     | 2025-05-10 |            |
        other    | 2025-04-12 |            |
        """,
        [3, 7, 8],
    )


TIME = {
    ("looked_after_periods", "overlaps_the_one_before"): _overlap(),
    ("placements", "overlaps_the_one_before"): Edge(
        """
        child_id | start_date | end_date   | placement_type
        overlaps | 2025-04-10 | 2025-06-10 | U4
        overlaps | 2025-06-09 |            |
        follows  | 2025-04-10 | 2025-06-10 | U4
        follows  | 2025-06-10 |            | U4
        longest  | 2024-04-10 | 2025-08-10 | U4
        longest  | 2025-05-10 | 2025-05-20 | U4
        longest  | 2025-06-10 |            | U4
        stay     | 2025-04-10 | 2025-06-10 | U4
        stay     | 2025-05-10 | 2025-05-20 | T0
        stay     | 2025-05-21 | 2025-05-22 | T1
        stay     | 2025-05-23 | 2025-05-24 | T2
        stay     | 2025-05-25 | 2025-05-26 | T3
        stay     | 2025-05-27 | 2025-05-28 | T4
        """,
        [3, 7, 8],
    ),
    ("looked_after_periods", "not_closed"): Edge(
        """
        child_id | start_date | end_date
        later    | 2025-04-10 |
        later    | 2025-06-10 |
        closed   | 2025-04-10 | 2025-06-10
        closed   | 2025-06-10 |
        other    | 2025-03-10 |
        """,
        [2],
    ),
    ("placements", "not_closed"): Edge(
        """
        child_id | start_date | end_date   | placement_type
        later    | 2025-04-10 |            | U4
        later    | 2025-06-10 |            |
        closed   | 2025-04-10 | 2025-06-10 | U4
        closed   | 2025-06-10 |            | U4
        other    | 2025-03-10 |            | U4
        stay     | 2025-04-10 |            | U4
        stay     | 2025-05-10 | 2025-05-20 | T0
        stay     | 2025-05-21 | 2025-05-22 | T1
        stay     | 2025-05-23 | 2025-05-24 | T2
        stay     | 2025-05-25 | 2025-05-26 | T3
        stay     | 2025-05-27 | 2025-05-28 | T4
        """,
        [2],
    ),
    ("missing_episodes", "overlaps_the_one_before"): Edge(
        """
        episode_id | child_id | missing_from     | returned_at
        E1         | overlaps | 2025-04-10 10:00 | 2025-04-11 10:00
        E2         | overlaps | 2025-04-11 09:59 | 2025-04-12 10:00
        E3         | follows  | 2025-04-10 10:00 | 2025-04-11 10:00
        E4         | follows  | 2025-04-11 10:00 | 2025-04-12 10:00
        E5         | missing  | 2025-04-10 10:00 |
        E6         | missing  | 2025-05-10 10:00 | 2025-05-12 10:00
        E7         | longest  | 2025-04-10 10:00 | 2025-04-20 10:00
        E8         | longest  | 2025-04-12 10:00 | 2025-04-13 10:00
        E9         | longest  | 2025-04-19 10:00 | 2025-04-21 10:00
        E10        | same     | 2025-04-10 10:00 | 2025-04-11 10:00
        E11        | same     | 2025-04-10 10:00 | 2025-04-11 10:00
        """,
        [3, 7, 9, 10, 12],
    ),
    ("missing_episodes", "missing_over_30_days"): Edge(
        """
        episode_id | child_id | missing_from     | returned_at
        over       | A        | 2025-11-30 10:00 |
        on         | B        | 2025-12-01 23:00 |
        back       | C        | 2025-11-30 10:00 | 2025-12-31 10:00
        """,
        [2],
    ),
    ("missing_episodes", "care_had_ended"): Edge(
        """
        episode_id | child_id | missing_from     | returned_at      | missing_from_care | placed_out_of_area
        after      | ended    | 2025-05-11 10:00 | 2025-05-12 10:00 | yes               | no
        on         | ended    | 2025-05-10 23:00 | 2025-05-12 10:00 | yes               | no
        home       | ended    | 2025-05-11 10:00 | 2025-05-12 10:00 | no                |
        in care    | in care  | 2025-05-11 10:00 | 2025-05-12 10:00 | yes               | no
        again      | again    | 2025-05-11 10:00 | 2025-05-12 10:00 | yes               | no
        unknown    | unknown  | 2025-05-11 10:00 | 2025-05-12 10:00 | yes               | no
        to come    | ended    | 2026-01-01 10:00 |                  | yes               | no
        last       | ended    | 2025-12-31 10:00 | 2025-12-31 11:00 | yes               | no
        """,
        [2, 9],
        beside={
            "looked_after_periods": """
        child_id | start_date | end_date
        ended    | 2024-05-10 | 2025-05-10
        in care  | 2024-05-10 |
        again    | 2024-05-10 | 2025-05-10
        again    | 2025-05-11 |
        """
        },
    ),
    ("missing_episodes", "not_in_care_records"): Edge(
        """
        episode_id | child_id | missing_from     | returned_at      | missing_from_care | placed_out_of_area
        unknown    | unknown  | 2025-05-11 10:00 | 2025-05-12 10:00 | yes               | no
        home       | unknown  | 2025-06-11 10:00 | 2025-06-12 10:00 | no                |
        known      | known    | 2025-05-11 10:00 | 2025-05-12 10:00 | yes               | no
        to come    | unknown  | 2026-01-01 10:00 |                  | yes               | no
        """,
        [2],
        beside={
            "looked_after_periods": """
        child_id | start_date | end_date
        known    | 2024-05-10 |
        known    | 2023-05-10 | 2023-06-10
        """
        },
    ),
    ("return_interviews", "accepted_but_not_held"): Edge(
        """
        episode_id | returned_at      | offered | accepted | held_at
        over       | 2025-12-28 23:59 | yes     | yes      |
        not yet    | 2025-12-29 00:00 | yes     | yes      |
        held       | 2025-12-28 23:59 | yes     | yes      | 2025-12-31 10:00
        refused    | 2025-12-28 23:59 | yes     | no       |
        unknown    | 2025-12-28 23:59 | yes     |          |
        """,
        [2],
    ),
    ("return_interviews", "still_in_72_hours"): Edge(
        """
        episode_id | returned_at      | offered | accepted | held_at
        past       | 2025-12-28 23:59 | yes     | no       |
        not yet    | 2025-12-29 00:00 | yes     | yes      |
        held       | 2025-12-29 00:01 | yes     | yes      | 2025-12-31 10:00
        """,
        [3],
    ),
    ("private_fostering", "not_visited_in_7_days"): Edge(
        """
        arrangement_id | notified_on | source | first_visit_on | ended_on
        over           | 2025-12-17  | school |                |
        on             | 2025-12-18  | school |                |
        visited        | 2025-12-17  | school | 2025-12-31     |
        ended          | 2025-04-10  | school |                | 2025-04-11
        ended late     | 2025-04-10  | school |                | 2025-06-11
        """,
        [2, 6],
    ),
    ("private_fostering", "visits_far_apart"): Edge(
        """
        arrangement_id | notified_on | source | first_visit_on | later_visits
        over           | 2025-04-10  | school | 2025-04-11     | 2025-05-24
        on             | 2025-04-10  | school | 2025-04-11     | 2025-05-23
        unordered      | 2025-04-10  | school | 2025-04-11     | 2025-07-04; 2025-05-23
        second year    | 2024-04-10  | school | 2025-04-10     | 2025-07-04
        end of first   | 2024-04-10  | school | 2025-04-09     | 2025-05-22
        too late       | 2024-04-10  | school | 2025-04-10     | 2025-07-03
        first only     | 2025-04-10  | school | 2025-04-11     |
        later only     | 2025-04-10  | school |                | 2025-05-24; 2025-07-06
        """,
        [2, 5, 6, 9],
    ),
}
