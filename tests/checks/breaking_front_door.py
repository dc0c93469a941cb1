"""Rows at the edge of every rule about early help, contacts, assessments and the children of the area."""

from tests.checks.edge import Edge

FRONT_DOOR = {
    ("assessments", "seen_before_start"): Edge(
        """
        child_id | start_date | seen_on
        before   | 2025-04-10 | 2025-04-09
        same     | 2025-04-10 | 2025-04-10
        never    | 2025-04-10 |
        """,
        [2],
    ),
    ("child_population", "ethnicity_in_the_other_table"): Edge(
        """
        as_at      | counted_by  | sex | ethnicity | children
        2024-06-30 | age and sex | F   | WBRI      | 10
        2024-06-30 | age and sex | M   |           | 10
        2024-06-30 | ethnicity   |     | WBRI      | 20
        """,
        [2],
    ),
    ("child_population", "more_in_poverty_than_children"): Edge(
        """
        as_at      | counted_by  | sex | children | children_in_poverty
        2024-06-30 | age and sex | F   | 10       | 11
        2024-06-30 | age and sex | M   | 10       | 10
        2024-06-30 | age and sex | U   | 10       |
        """,
        [2],
    ),
    ("child_population", "tables_differ"): Edge(
        """
        as_at      | counted_by  | sex | ethnicity | children
        2024-06-30 | age and sex | F   |           | 100
        2024-06-30 | ethnicity   |     | WBRI      | 94
        2025-06-30 | age and sex | F   |           | 50
        2025-06-30 | age and sex | M   |           | 50
        2025-06-30 | ethnicity   |     | WBRI      | 100
        2025-06-30 | ethnicity   |     | CHNE      | 5
        2026-06-30 | ethnicity   |     | WBRI      | 7
        2027-06-30 | age and sex | F   |           | 100
        2027-06-30 | ethnicity   |     | WBRI      | 106
        """,
        [2, 3, 9, 10],
    ),
    ("contacts", "no_source"): Edge(
        """
        child_id | contact_date | source
        none     | 2025-04-10   |
        unknown  | 2025-04-10   | 99
        police   | 2025-04-10   | 6
        """,
        [2, 3],
    ),
    ("contacts", "referred_before_contact"): Edge(
        """
        child_id | contact_date | source | outcome  | referral_date
        before   | 2025-04-10   | 6      | referral | 2025-04-09
        same     | 2025-04-10   | 6      | referral | 2025-04-10
        none     | 2025-04-10   | 6      | referral |
        """,
        [2],
    ),
    ("contacts", "referred_with_another_outcome"): Edge(
        """
        child_id | contact_date | source | outcome   | referral_date
        other    | 2025-04-10   | 6      | no action | 2025-04-10
        same     | 2025-04-10   | 6      | referral  | 2025-04-10
        silent   | 2025-04-10   | 6      |           | 2025-04-10
        none     | 2025-04-10   | 6      | no action |
        """,
        [2],
    ),
    ("early_help_episodes", "closed_before_opened"): Edge(
        """
        child_id | family_id | opened_on  | closed_on  | lead_agency | outcome
        before   | Grey      | 2025-04-10 | 2025-04-09 | health      | achieved
        same     | Grey      | 2025-04-10 | 2025-04-10 | health      | achieved
        open     | Grey      | 2025-04-10 |            | health      |
        """,
        [2],
    ),
    ("early_help_episodes", "closed_without_outcome"): Edge(
        """
        child_id | family_id | opened_on  | closed_on  | lead_agency | outcome
        silent   | Grey      | 2025-04-10 | 2025-05-10 | health      |
        said     | Grey      | 2025-04-10 | 2025-05-10 | health      | withdrew
        open     | Grey      | 2025-04-10 |            | health      |
        """,
        [2],
    ),
    ("early_help_episodes", "no_family"): Edge(
        """
        child_id | family_id | opened_on  | lead_agency
        none     |           | 2025-04-10 | health
        known    | Grey      | 2025-04-10 | health
        """,
        [2],
    ),
    ("early_help_episodes", "no_lead_agency"): Edge(
        """
        child_id | family_id | opened_on  | lead_agency
        none     | Grey      | 2025-04-10 |
        unknown  | Grey      | 2025-04-10 | circus
        known    | Grey      | 2025-04-10 | Education
        """,
        [2, 3],
    ),
    ("early_help_episodes", "open_with_outcome"): Edge(
        """
        child_id | family_id | opened_on  | closed_on  | lead_agency | outcome
        open     | Grey      | 2025-04-10 |            | health      | achieved
        closed   | Grey      | 2025-04-10 | 2025-05-10 | health      | achieved
        silent   | Grey      | 2025-04-10 |            | health      |
        """,
        [2],
    ),
    ("graded_care_profiles", "no_agency"): Edge(
        """
        child_id | completed_on | completed_by
        none     | 2025-04-10   |
        unknown  | 2025-04-10   | circus
        known    | 2025-04-10   | health
        """,
        [2, 3],
    ),
}
