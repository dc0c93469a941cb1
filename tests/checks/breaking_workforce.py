"""Rows at the edge of the rules of the workforce and of the partnership's own records."""

from tests.checks.edge import Edge

WORKFORCE = {
    ("section_11_returns", "more_met_than_asked"): Edge(
        """
        about_agency | agency_kind | due_on     | standards_asked | standards_met
        more         | council     | 2025-09-30 | 8               | 9
        all          | police      | 2025-09-30 | 8               | 8
        none said    | health      | 2025-09-30 |                 | 9
        """,
        [2],
    ),
    ("section_11_returns", "no_council"): Edge(
        """
        about_agency | agency_kind | due_on
        Police       | police      | 2025-09-30
        Trust        | health      | 2025-09-30
        """,
        [2],
    ),
    ("training", "more_attended_than_taken"): Edge(
        """
        course_id | held_on    | about_agency | places_taken | places_attended
        more      | 2025-04-10 | Police       | 4            | 5
        all       | 2025-04-10 | Police       | 4            | 4
        no list   | 2025-04-10 | Police       | 4            |
        """,
        [2],
    ),
    ("workforce", "more_held_than_due"): Edge(
        """
        team | month   | supervisions_due | supervisions_held
        more | 2025-04 | 10               | 11
        all  | 2025-04 | 10               | 10
        none | 2025-04 |                  |
        """,
        [2],
    ),
    ("workforce", "sickness_over_a_month"): Edge(
        """
        team | month   | fte_in_post | sickness_days
        over | 2025-04 | 2.0         | 46.5
        on   | 2025-04 | 2.0         | 46
        none | 2025-04 | 2.0         |
        """,
        [2],
    ),
}
