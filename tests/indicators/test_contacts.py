"""Spec: contacts received at the front door in the period."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "contacts"


def test_the_day_of_the_contact_decides_the_period(counted: Counted) -> None:
    contacts = """
        child_id       | contact_date
        the_day_before | 2025-02-28
        on_the_first   | 2025-03-01
        on_the_last    | 2025-03-31
        the_day_after  | 2025-04-01
    """
    assert counted(NAME, "2025-03", contacts=contacts).value == 2


def test_a_child_about_whom_two_agencies_make_contact_is_counted_each_time(counted: Counted) -> None:
    contacts = """
        child_id | family_id | contact_date | source
        Ann      | Grey      | 2025-03-05   | 6
        Ann      | Grey      | 2025-03-05   | 2A
        Ann      | Grey      | 2025-03-06   | 6
        Ben      | Grey      | 2025-03-05   | 6
    """
    figure = counted(NAME, "2025-03", contacts=contacts)
    assert (figure.value, figure.families) == (4, 1)


@pytest.mark.parametrize(
    ("sources", "agency"),
    [
        (("1A", "1B", "1C", "1D"), "Family or public"),
        (("2A", "2B"), "Education"),
        (("3A", "3B", "3C", "3D", "3E", "3F"), "Health"),
        (("4",), "Housing"),
        (("5A", "5B", "5C"), "Council"),
        (("5D",), "Early help"),
        (("6",), "Police"),
        (("7",), "Other legal agency"),
        (("8",), "Other"),
        (("9",), "Anonymous"),
        (("10", ""), "Not recorded"),
    ],
)
def test_the_dfes_sources_are_put_together_as_agencies(counted: Counted, sources: tuple[str, ...], agency: str) -> None:
    rows = "\n".join(f"Ann | 2025-03-05 | {source}" for source in sources)
    found = numerators(counted(NAME, "2025-03", by="agency", contacts=f"child_id | contact_date | source\n{rows}"))
    assert found == {agency: len(sources)}


def test_by_outcome_a_contact_with_the_day_of_a_referral_became_one(counted: Counted) -> None:
    contacts = """
        child_id | contact_date | outcome     | referral_date
        Ann      | 2025-03-05   | Early help  |
        Ben      | 2025-03-05   | referral    |
        Cal      | 2025-03-05   |             | 2025-03-05
        Dee      | 2025-03-05   | no action   | 2025-03-06
        Eve      | 2025-03-05   |             |
        Fay      | 2025-03-05   | no action   |
    """
    found = numerators(counted(NAME, "2025-03", by="outcome", contacts=contacts))
    assert found == {"early help": 1, "referral": 3, "no action": 1, "Not recorded": 1}


def test_by_source_and_by_age(counted: Counted) -> None:
    contacts = """
        child_id | date_of_birth | contact_date | source
        Ann      | 2020-03-05    | 2025-03-05   | 3a
        Ben      | 2020-03-06    | 2025-03-05   | 3B
        Cal      |               | 2025-03-05   |
    """
    assert numerators(counted(NAME, "2025-03", by="source", contacts=contacts)) == {"3A": 1, "3B": 1, "Not recorded": 1}
    by_age = numerators(counted(NAME, "2025-03", by="age_band", contacts=contacts))
    assert by_age == {"5 to 9": 1, "1 to 4": 1, "Not recorded": 1}


def test_a_month_without_one_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", contacts="child_id | contact_date\nAnn | 2025-04-05")
    assert (figure.value, figure.state) == (0, State.ZERO)


def test_by_agency_and_outcome_each_contact_stands_in_one_cell(counted: Counted) -> None:
    contacts = """
        child_id | contact_date | source | outcome      | referral_date
        Ann      | 2025-03-05   | 6      | No action    |
        Ben      | 2025-03-05   | 6      | no action    |
        Cal      | 2025-03-05   | 6      | advice       | 2025-03-06
        Dee      | 2025-03-05   | 2A     | no action    |
        Eve      | 2025-03-05   | 2B     |              |
        Fay      | 2025-03-05   |        | early help   |
    """
    assert numerators(counted(NAME, "2025-03", by="agency_outcome", contacts=contacts)) == {
        "Police / no action": 2,
        "Police / referral": 1,
        "Education / no action": 1,
        "Education / Not recorded": 1,
        "Not recorded / early help": 1,
    }
