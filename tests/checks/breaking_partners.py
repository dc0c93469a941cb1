"""Rows at the edge of the rules for what health, police, education and the designated officer send."""

from tests.checks.edge import Edge

PARTNERS = {
    ("allegations", "concluded_before_referral"): Edge(
        """
        allegation_id | referred_on | referred_by | concluded_on | outcome
        before        | 2025-04-10  | police      | 2025-04-09   | false
        same          | 2025-04-10  | police      | 2025-04-10   | false
        open          | 2025-04-10  | police      |              |
        """,
        [2],
    ),
    ("allegations", "concluded_without_outcome"): Edge(
        """
        allegation_id | referred_on | referred_by | concluded_on | outcome
        without       | 2025-04-10  | police      | 2025-04-11   |
        with          | 2025-04-10  | police      | 2025-04-11   | unfounded
        open          | 2025-04-10  | police      |              |
        """,
        [2],
    ),
    ("allegations", "no_agency"): Edge(
        """
        allegation_id | referred_on | referred_by
        none          | 2025-04-10  |
        unknown       | 2025-04-10  | neighbour
        public        | 2025-04-10  | public
        """,
        [2, 3],
    ),
    ("allegations", "school_without_setting"): Edge(
        """
        allegation_id | referred_on | referred_by | setting
        school        | 2025-04-10  | education   |
        known         | 2025-04-10  | education   | special
        police        | 2025-04-10  | police      |
        """,
        [2],
    ),
    ("camhs_referrals", "assessed_before_referral"): Edge(
        """
        camhs_referral_id | referred_on | assessed_on
        before            | 2025-04-10  | 2025-04-09
        same              | 2025-04-10  | 2025-04-10
        waiting           | 2025-04-10  |
        """,
        [2],
    ),
    ("camhs_referrals", "discharged_before_referral"): Edge(
        """
        camhs_referral_id | referred_on | discharged_on
        before            | 2025-04-10  | 2025-04-09
        same              | 2025-04-10  | 2025-04-10
        open              | 2025-04-10  |
        """,
        [2],
    ),
    ("camhs_referrals", "treated_but_not_accepted"): Edge(
        """
        camhs_referral_id | referred_on | accepted_on | treated_from
        treated           | 2025-04-10  |             | 2025-04-20
        accepted          | 2025-04-10  | 2025-04-12  | 2025-04-20
        waiting           | 2025-04-10  |             |
        """,
        [2],
    ),
    ("domestic_abuse_notifications", "notified_before_incident"): Edge(
        """
        incident_id | incident_on | notified_on
        before      | 2025-04-10  | 2025-04-09
        same        | 2025-04-10  | 2025-04-10
        unknown     |             | 2025-04-10
        """,
        [2],
    ),
    ("fgm_referrals", "no_source"): Edge(
        """
        fgm_referral_id | referred_on | source
        none            | 2025-04-10  |
        unknown         | 2025-04-10  | aunt
        school          | 2025-04-10  | School
        """,
        [2, 3],
    ),
    ("home_education", "ends_before_it_starts"): Edge(
        """
        child_id | started_on | ended_on
        before   | 2025-04-10 | 2025-04-09
        same     | 2025-04-10 | 2025-04-10
        open     | 2025-04-10 |
        """,
        [2],
    ),
    ("marac_cases", "children_not_recorded"): Edge(
        """
        marac_case_id | heard_on   | repeat_case | children_in_household
        unknown       | 2025-04-10 | no          |
        none          | 2025-04-10 | no          | 0
        two           | 2025-04-10 | no          | 2
        """,
        [2],
    ),
    ("marac_cases", "no_word_on_repeat"): Edge(
        """
        marac_case_id | heard_on   | repeat_case | children_in_household
        unknown       | 2025-04-10 |             | 0
        no            | 2025-04-10 | no          | 0
        yes           | 2025-04-10 | yes         | 0
        """,
        [2],
    ),
    ("missing_education", "ends_before_it_starts"): Edge(
        """
        child_id | identified_on | ended_on
        before   | 2025-04-10    | 2025-04-09
        same     | 2025-04-10    | 2025-04-10
        open     | 2025-04-10    |
        """,
        [2],
    ),
    ("offences_against_children", "day_without_outcome"): Edge(
        """
        offence_id | recorded_on | outcome_type | outcome_on
        day        | 2025-04-10  |              | 2025-05-10
        both       | 2025-04-10  | 1a           | 2025-05-10
        neither    | 2025-04-10  |              |
        """,
        [2],
    ),
    ("offences_against_children", "outcome_before_record"): Edge(
        """
        offence_id | recorded_on | outcome_type | outcome_on
        before     | 2025-04-10  | 18           | 2025-04-09
        same       | 2025-04-10  | 18           | 2025-04-10
        open       | 2025-04-10  |              |
        """,
        [2],
    ),
    ("offences_against_children", "outcome_without_day"): Edge(
        """
        offence_id | recorded_on | outcome_type | outcome_on
        type       | 2025-04-10  | 18           |
        both       | 2025-04-10  | 18           | 2025-04-10
        neither    | 2025-04-10  |              |
        """,
        [2],
    ),
    ("permanent_exclusions", "need_not_recorded"): Edge(
        """
        child_id | excluded_on | child_in_need
        unknown  | 2025-04-10  |
        no       | 2025-04-10  | no
        yes      | 2025-04-10  | yes
        """,
        [2],
    ),
    ("permanent_exclusions", "in_care_but_not_in_need"): Edge(
        """
        child_id | excluded_on | child_in_need | looked_after
        contrary | 2025-04-10  | no            | yes
        in_care  | 2025-04-10  | yes           | yes
        in_need  | 2025-04-10  | yes           | no
        neither  | 2025-04-10  | no            | no
        unknown  | 2025-04-10  | no            |
        """,
        [2],
    ),
    ("school_absence", "more_missed_than_possible"): Edge(
        """
        child_id | measured_to | sessions_possible | sessions_missed
        more     | 2025-04-10  | 140               | 141
        all      | 2025-04-10  | 140               | 140
        none     | 2025-04-10  | 140               | 0
        """,
        [2],
    ),
    ("school_absence", "no_session_possible"): Edge(
        """
        child_id | measured_to | sessions_possible | sessions_missed
        none     | 2025-04-10  | 0                 | 0
        one      | 2025-04-10  | 1                 | 0
        """,
        [2],
    ),
}
