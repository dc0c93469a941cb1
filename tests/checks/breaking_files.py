"""Files at the edge of the rules that hold a whole file against the one before it, and of those for returned figures."""

from datetime import date

from tests.checks.edge import Edge

YEAR = (date(2024, 4, 1), date(2025, 3, 31))
NEXT = (date(2024, 7, 1), date(2025, 6, 30))


def _plans(*groups: tuple[int, str, str]) -> str:
    """So many plans with a start and an end, for each group."""
    lines = [f"{start}-{end}-{each} | {start} | {end} | NEG | 0" for count, start, end in groups for each in range(count)]
    return "\n".join(["child_id | start_date | end_date | category | previous_plans", *lines])


FILES = {
    ("every_dataset", "open_cases_changed"): Edge(
        # The last day is 30 June: 26 are open on it, a plan that ends that day is not, nor is one that begins after it.
        _plans((20, "2023-04-10", ""), (6, "2023-04-10", "2025-07-01"), (4, "2023-04-10", "2025-06-30"), (3, "2025-07-01", "")),
        [None],
        before=_plans((20, "2023-04-10", ""), (4, "2023-04-10", "2025-03-31"), (2, "2025-04-01", "")),
        covers=NEXT,
        before_covers=YEAR,
        dataset="cp_plans",
        says="26 were open; the last file had 20",
    ),
    ("every_dataset", "new_cases_changed"): Edge(
        # 365 days are in both: 1 July 2024 is the first of them for this file, 1 April 2024 for the last.
        _plans((13, "2024-07-01", "2025-05-01"), (13, "2025-06-30", ""), (2, "2024-06-30", ""), (2, "2025-07-01", "")),
        [None],
        before=_plans((10, "2024-04-01", "2025-01-01"), (10, "2025-03-31", ""), (2, "2024-03-31", ""), (2, "2025-04-01", "")),
        covers=NEXT,
        before_covers=YEAR,
        dataset="cp_plans",
        says="In the last 365 days that it covers the file lists 26 new; the last file listed 20",
    ),
    ("every_dataset", "empty_this_time"): Edge(
        "child_id | start_date",
        [None],
        before=_plans((5, "2024-04-10", "")),
        covers=NEXT,
        before_covers=YEAR,
        dataset="cp_plans",
        says="The last file listed 5",
    ),
    ("every_dataset", "older_than_the_last"): Edge(
        _plans((1, "2024-04-10", "")),
        [None],
        before=_plans((1, "2024-04-10", "")),
        covers=(date(2024, 4, 1), date(2025, 3, 30)),
        before_covers=YEAR,
        dataset="cp_plans",
        says="The file covers days to 30/03/2025; the last one reached 31/03/2025.",
    ),
    ("returns", "other_than_before"): Edge(
        """
        indicator               | period     | group_by | group  | numerator | denominator | value
        referrals               | 2025/26 Q1 |          |        | 412       |             |
        contacts                | 2025/26 Q1 |          |        | 400       |             |
        re_referrals            | 2025/26 Q1 |          |        | 20        | 100         |
        re_referrals            | 2024/25 Q4 |          |        | 20        | 100         |
        cp_plans_subsequent     | 2025/26 Q1 |          |        | 20        | 100         | 20.0
        referrals               | 2024/25 Q4 |          |        | 412       |             |
        """,
        [2, 4, 6],
        before="""
        indicator               | period     | group_by | group  | numerator | denominator | value
        referrals               | 2025/26 Q1 |          |        | 411       |             |
        contacts                | 2025/26 Q1 |          |        | 400       |             |
        re_referrals            | 2025/26 Q1 |          |        | 20        | 101         |
        re_referrals            | 2024/25 Q4 |          |        | 20        | 100         |
        cp_plans_subsequent     | 2025/26 Q1 |          |        | 20        | 100         |
        """,
    ),
    ("returns", "small_number"): Edge(
        """
        indicator               | period     | numerator | denominator | status
        referrals               | 2025/26 Q1 | 4         |             |
        contacts                | 2025/26 Q1 | 5         |             |
        cp_plans_started        | 2025/26 Q1 | 1         |             |
        cp_plans_ended          | 2025/26 Q1 | 0         |             | nil_return
        cp_plans_open           | 2025/26 Q1 | 4         |             | provisional
        """,
        [2, 4],
    ),
}
