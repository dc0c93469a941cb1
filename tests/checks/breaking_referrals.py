"""Rows at the edge of the rules for referrals, and of those that hold a referral against what followed it."""

from tests.checks.edge import Edge

REFERRALS = {
    ("referrals", "born_long_after"): Edge(
        """
        child_id | referral_date | source | date_of_birth
        over     | 2025-04-10    | 1A     | 2026-01-16
        on       | 2025-04-10    | 1A     | 2026-01-15
        unknown  | 2025-04-10    | 1A     |
        """,
        [2],
    ),
    ("referrals", "child_listed_twice"): Edge(
        """
        place                      | child_id | referral_date | source
        Child 1, CINdetails 1      | twice    | 2025-04-10    | 1A
        Child 1, CINdetails 2      | twice    | 2025-05-10    | 1A
        Child 2, CINdetails 1      | once     | 2025-05-10    | 1A
        Child 3, CINdetails 1      | twice    | 2025-06-10    | 1A
                                   | once     | 2025-07-10    | 1A
        """,
        [5],
    ),
    ("referrals", "closed_outside_the_file"): Edge(
        """
        child_id | referral_date | source | closed_date | closure_reason
        before   | 2024-03-01    | 1A     | 2024-03-31  | RC1
        first    | 2024-03-01    | 1A     | 2024-04-01  | RC1
        last     | 2025-04-10    | 1A     | 2025-12-31  | RC1
        after    | 2025-04-10    | 1A     | 2026-01-01  | RC1
        open     | 2025-04-10    | 1A     |             |
        """,
        [2, 5],
    ),
    ("referrals", "closed_with_open_assessment"): Edge(
        """
        child_id | referral_date | source | closed_date | closure_reason
        open     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        done     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        first    | 2025-04-10    | 1A     | 2025-06-10  | RC1
        last     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        before   | 2025-04-10    | 1A     | 2025-06-10  | RC1
        after    | 2025-04-10    | 1A     | 2025-06-10  | RC1
        none     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        going on | 2025-04-10    | 1A     |             |
        to come  | 2025-12-01    | 1A     | 2026-01-01  | RC1
        """,
        [2, 4, 5],
        beside={
            "assessments": """
        child_id | start_date | authorised_date
        open     | 2025-04-20 |
        done     | 2025-04-20 | 2025-05-20
        first    | 2025-04-10 |
        last     | 2025-06-10 |
        before   | 2025-04-09 |
        after    | 2025-06-11 |
        going on | 2025-04-20 |
        to come  | 2025-12-02 |
        open     | 2025-04-30 |
        """
        },
    ),
    ("referrals", "closed_with_open_enquiry"): Edge(
        """
        child_id   | referral_date | source | closed_date | closure_reason
        open       | 2025-04-10    | 1A     | 2025-06-10  | RC1
        conference | 2025-04-10    | 1A     | 2025-06-10  | RC1
        not needed | 2025-04-10    | 1A     | 2025-06-10  | RC1
        first      | 2025-04-10    | 1A     | 2025-06-10  | RC1
        last       | 2025-04-10    | 1A     | 2025-06-10  | RC1
        before     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        after      | 2025-04-10    | 1A     | 2025-06-10  | RC1
        needed     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        to come    | 2025-12-01    | 1A     | 2026-01-01  | RC1
        """,
        [2, 5, 6, 9],
        beside={
            "section_47_enquiries": """
        child_id   | start_date | conference_date | conference_not_required
        open       | 2025-04-20 |                 |
        open       | 2025-04-21 |                 |
        conference | 2025-04-20 | 2025-05-01      |
        not needed | 2025-04-20 |                 | yes
        first      | 2025-04-10 |                 |
        last       | 2025-06-10 |                 |
        before     | 2025-04-09 |                 |
        after      | 2025-06-11 |                 |
        needed     | 2025-04-20 |                 | no
        to come    | 2025-12-02 |                 |
        """
        },
    ),
    ("referrals", "assessed_after_no_further_action"): Edge(
        """
        child_id   | referral_date | source | no_further_action | closed_date | closure_reason
        after      | 2025-04-10    | 1A     | yes               |             |
        same day   | 2025-04-10    | 1A     | yes               |             |
        before     | 2025-04-10    | 1A     | yes               |             |
        further    | 2025-04-10    | 1A     | no                |             |
        unknown    | 2025-04-10    | 1A     |                   |             |
        again      | 2025-04-10    | 1A     | yes               |             |
        again      | 2025-05-10    | 1A     | no                |             |
        closed     | 2025-04-10    | 1A     | yes               |             |
        closed     | 2025-01-10    | 1A     | no                | 2025-04-19  | RC1
        last day   | 2025-04-10    | 1A     | yes               |             |
        last day   | 2025-01-10    | 1A     | no                | 2025-04-20  | RC1
        none       | 2025-04-10    | 1A     | yes               |             |
        to come    | 2025-04-10    | 1A     | yes               |             |
        on the end | 2025-04-10    | 1A     | yes               |             |
        """,
        [2, 3, 9, 15],
        beside={
            "assessments": """
        child_id   | start_date
        after      | 2025-04-20
        after      | 2025-04-30
        same day   | 2025-04-10
        before     | 2025-04-09
        further    | 2025-04-20
        unknown    | 2025-04-20
        again      | 2025-05-10
        closed     | 2025-04-20
        last day   | 2025-04-20
        to come    | 2026-01-01
        on the end | 2025-12-31
        """
        },
    ),
    ("referrals", "plan_after_no_further_action"): Edge(
        """
        child_id   | referral_date | source | no_further_action | closed_date | closure_reason
        after      | 2025-04-10    | 1A     | yes               |             |
        same day   | 2025-04-10    | 1A     | yes               |             |
        before     | 2025-04-10    | 1A     | yes               |             |
        further    | 2025-04-10    | 1A     | no                |             |
        unknown    | 2025-04-10    | 1A     |                   |             |
        again      | 2025-04-10    | 1A     | yes               |             |
        again      | 2025-05-10    | 1A     | no                |             |
        closed     | 2025-04-10    | 1A     | yes               |             |
        closed     | 2025-01-10    | 1A     | no                | 2025-04-19  | RC1
        last day   | 2025-04-10    | 1A     | yes               |             |
        last day   | 2025-01-10    | 1A     | no                | 2025-04-20  | RC1
        none       | 2025-04-10    | 1A     | yes               |             |
        to come    | 2025-04-10    | 1A     | yes               |             |
        on the end | 2025-04-10    | 1A     | yes               |             |
        """,
        [2, 3, 9, 15],
        beside={
            "cp_plans": """
        child_id   | start_date | category | previous_plans
        after      | 2025-04-20 | NEG      | 0
        after      | 2025-04-30 | NEG      | 0
        same day   | 2025-04-10 | NEG      | 0
        before     | 2025-04-09 | NEG      | 0
        further    | 2025-04-20 | NEG      | 0
        unknown    | 2025-04-20 | NEG      | 0
        again      | 2025-05-10 | NEG      | 0
        closed     | 2025-04-20 | NEG      | 0
        last day   | 2025-04-20 | NEG      | 0
        to come    | 2026-01-01 | NEG      | 0
        on the end | 2025-12-31 | NEG      | 0
        """
        },
    ),
    ("referrals", "closed_without_reason"): Edge(
        """
        child_id | referral_date | source | closed_date | closure_reason
        without  | 2025-04-10    | 1A     | 2025-06-10  |
        with     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        open     | 2025-04-10    | 1A     |             |
        unknown  | 2025-04-10    | 1A     | 2025-06-10  | RC99
        """,
        [2, 5],
    ),
    ("referrals", "reason_without_closure"): Edge(
        """
        child_id | referral_date | source | closed_date | closure_reason
        without  | 2025-04-10    | 1A     |             | RC1
        with     | 2025-04-10    | 1A     | 2025-06-10  | RC1
        open     | 2025-04-10    | 1A     |             |
        """,
        [2],
    ),
    ("referrals", "open_over_25"): Edge(
        """
        child_id | referral_date | source | date_of_birth | no_further_action | closed_date | closure_reason
        over     | 2025-04-10    | 1A     | 2000-12-30    | no                |             |
        on       | 2025-04-10    | 1A     | 2000-12-31    | no                |             |
        nothing  | 2025-04-10    | 1A     | 2000-12-30    | yes               |             |
        unknown  | 2025-04-10    | 1A     | 2000-12-30    |                   |             |
        closed   | 2025-04-10    | 1A     | 2000-12-30    | no                | 2025-06-10  | RC1
        no birth | 2025-04-10    | 1A     |               | no                |             |
        """,
        [2, 5],
    ),
    ("referrals", "overlapping_referrals"): Edge(
        """
        child_id | referral_date | source | closed_date | closure_reason
        overlaps | 2025-04-10    | 1A     | 2025-06-10  | RC1
        overlaps | 2025-06-09    | 1A     |             |
        follows  | 2025-04-10    | 1A     | 2025-06-10  | RC1
        follows  | 2025-06-10    | 1A     |             |
        same day | 2025-04-10    | 1A     | 2025-06-10  | RC1
        same day | 2025-04-10    | 1B     | 2025-06-10  | RC1
        open     | 2025-04-10    | 1A     |             |
        open     | 2025-06-09    | 1A     | 2025-06-10  | RC1
        longest  | 2025-04-10    | 1A     | 2025-08-10  | RC1
        longest  | 2025-05-10    | 1A     | 2025-05-20  | RC1
        longest  | 2025-06-10    | 1A     |             |
        other    | 2025-04-12    | 1A     |             |
        """,
        [3, 11, 12],
    ),
    ("referrals", "two_on_one_day"): Edge(
        """
        child_id | referral_date | source | closed_date | closure_reason
        two      | 2025-04-10    | 1A     | 2025-06-10  | RC1
        two      | 2025-04-10    | 1B     | 2025-06-10  | RC1
        two      | 2025-04-11    | 1B     | 2025-06-10  | RC1
        one      | 2025-04-10    | 1A     |             |
        """,
        [2, 3],
    ),
    ("referrals", "two_open_referrals"): Edge(
        """
        child_id | referral_date | source | no_further_action | closed_date | closure_reason
        two      | 2025-04-10    | 1A     | no                |             |
        two      | 2025-05-10    | 1A     |                   |             |
        two      | 2025-06-10    | 1A     | yes               |             |
        two      | 2024-06-10    | 1A     | no                | 2024-07-10  | RC1
        one      | 2025-04-10    | 1A     | no                |             |
        one      | 2025-05-10    | 1A     | yes               |             |
        other    | 2025-04-10    | 1A     | no                |             |
        other    | 2024-04-10    | 1A     | no                | 2024-07-10  | RC1
        """,
        [2, 3],
    ),
    ("referrals", "unborn_with_a_sex"): Edge(
        """
        child_id | referral_date | source | expected_on | sex_given
        unborn   | 2025-04-10    | 1A     | 2025-08-10  | yes
        unknown  | 2025-04-10    | 1A     | 2025-08-10  | no
        born     | 2025-04-10    | 1A     |             | yes
        """,
        [2],
    ),
    ("referrals", "upn_check_letter"): Edge(
        """
        child_id | referral_date | source | upn_agrees
        wrong    | 2025-04-10    | 1A     | no
        right    | 2025-04-10    | 1A     | yes
        none     | 2025-04-10    | 1A     |
        """,
        [2],
    ),
}
