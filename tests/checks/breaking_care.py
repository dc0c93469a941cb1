"""Rows at the edge of the rules for children in need, in care, care leavers and children at risk outside the home."""

from tests.checks.edge import Edge

CARE = {
    ("missing_episodes", "area_of_care_not_recorded"): Edge(
        """
        episode_id | child_id | missing_from     | missing_from_care | placed_out_of_area
        empty      | A        | 2025-04-10 21:40 | yes               |
        known      | B        | 2025-04-10 21:40 | yes               | no
        home       | C        | 2025-04-10 21:40 | no                |
        unknown    | D        | 2025-04-10 21:40 |                   |
        """,
        [2],
    ),
    ("children_in_need", "ends_before_it_starts"): Edge(
        """
        child_id | start_date | end_date   | primary_need
        before   | 2025-04-10 | 2025-04-09 | N1
        same     | 2025-04-10 | 2025-04-10 | N1
        open     | 2025-04-10 |            | N1
        """,
        [2],
    ),
    ("children_in_need", "no_main_need"): Edge(
        """
        child_id | start_date | primary_need
        none     | 2025-04-10 |
        unknown  | 2025-04-10 | N99
        known    | 2025-04-10 | N1
        """,
        [2, 3],
    ),
    ("looked_after_periods", "ends_before_it_starts"): Edge(
        """
        child_id | start_date | end_date   | end_reason
        before   | 2025-04-10 | 2025-04-09 | E8
        same     | 2025-04-10 | 2025-04-10 | E8
        open     | 2025-04-10 |            |
        """,
        [2],
    ),
    ("looked_after_periods", "ended_without_a_reason"): Edge(
        """
        child_id | start_date | end_date   | end_reason
        ended    | 2025-04-10 | 2025-04-11 |
        reason   | 2025-04-10 | 2025-04-11 | E8
        open     | 2025-04-10 |            |
        """,
        [2],
    ),
    ("looked_after_periods", "a_reason_without_an_end"): Edge(
        """
        child_id | start_date | end_date   | end_reason
        reason   | 2025-04-10 |            | E11
        ended    | 2025-04-10 | 2025-04-11 | E11
        open     | 2025-04-10 |            |
        """,
        [2],
    ),
    ("placements", "ends_before_it_starts"): Edge(
        """
        child_id | start_date | end_date   | out_of_area
        before   | 2025-04-10 | 2025-04-09 | no
        same     | 2025-04-10 | 2025-04-10 | no
        open     | 2025-04-10 |            | no
        """,
        [2],
    ),
    ("placements", "over_200_miles"): Edge(
        """
        child_id | start_date | out_of_area | miles_from_home
        over     | 2025-04-10 | yes         | 200.1
        on       | 2025-04-10 | yes         | 200
        none     | 2025-04-10 | yes         |
        """,
        [2],
    ),
    ("placements", "area_not_recorded"): Edge(
        """
        child_id | start_date | out_of_area
        none     | 2025-04-10 |
        out      | 2025-04-10 | yes
        in       | 2025-04-10 | no
        """,
        [2],
    ),
    ("placements", "sixteen_by_is_no_quarter_end"): Edge(
        """
        child_id  | start_date | out_of_area | sixteen_by
        birthday  | 2025-04-10 | no          | 2026-05-14
        month     | 2025-04-10 | no          | 2026-04-30
        day short | 2025-04-10 | no          | 2026-12-30
        quarter   | 2025-04-10 | no          | 2026-06-30
        march     | 2025-04-10 | no          | 2026-03-31
        none      | 2025-04-10 | no          |
        """,
        [2, 3, 4],
    ),
    ("care_leavers", "no_quarter_end"): Edge(
        """
        child_id | quarter_ends | age | in_touch
        birthday | 2025-05-14   | 19  | yes
        month    | 2025-04-30   | 19  | yes
        quarter  | 2025-06-30   | 19  | yes
        winter   | 2024-12-31   | 19  | yes
        """,
        [2, 3],
    ),
    ("care_leavers", "known_but_not_in_touch"): Edge(
        """
        child_id | quarter_ends | age | in_touch | in_education_or_work | suitable_accommodation
        works    | 2025-06-30   | 19  |          | no                   |
        lives    | 2025-06-30   | 19  |          |                      | yes
        unknown  | 2025-06-30   | 19  |          |                      |
        touch    | 2025-06-30   | 19  | no       | yes                  | yes
        """,
        [2, 3],
    ),
    ("young_carers", "ends_before_identified"): Edge(
        """
        child_id | identified_on | ended_on
        before   | 2025-04-10    | 2025-04-09
        same     | 2025-04-10    | 2025-04-10
        on       | 2025-04-10    |
        """,
        [2],
    ),
    ("disability_cases", "closed_before_opened"): Edge(
        """
        child_id | opened_on  | closed_on
        before   | 2025-04-10 | 2025-04-09
        same     | 2025-04-10 | 2025-04-10
        open     | 2025-04-10 |
        """,
        [2],
    ),
    ("exploitation_risks", "ends_before_assessed"): Edge(
        """
        child_id | kind   | level | assessed_on | ended_on
        before   | sexual | low   | 2025-04-10  | 2025-04-09
        same     | sexual | low   | 2025-04-10  | 2025-04-10
        on       | sexual | low   | 2025-04-10  |
        """,
        [2],
    ),
    ("exploitation_risks", "no_level"): Edge(
        """
        child_id | kind   | level   | assessed_on
        none     | sexual |         | 2025-04-10
        unknown  | sexual | extreme | 2025-04-10
        low      | sexual | Low     | 2025-04-10
        """,
        [2, 3],
    ),
    ("serious_violence", "ends_before_identified"): Edge(
        """
        child_id | kind | identified_on | ended_on
        before   | gang | 2025-04-10    | 2025-04-09
        same     | gang | 2025-04-10    | 2025-04-10
        on       | gang | 2025-04-10    |
        """,
        [2],
    ),
}
