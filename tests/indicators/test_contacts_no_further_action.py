"""Spec: the share of contacts received in the period that led to no further action."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "contacts_no_further_action"


def test_advice_and_passing_on_are_an_action_and_an_unknown_outcome_is_in_the_total(counted: Counted) -> None:
    contacts = """
        child_id | contact_date | outcome      | referral_date
        Ann      | 2025-03-05   | Referral     |
        Ben      | 2025-03-05   |              | 2025-03-06
        Cal      | 2025-03-05   | no action    | 2025-03-06
        Dee      | 2025-03-05   | early help   |
        Eve      | 2025-03-05   | No action    |
        Fay      | 2025-03-05   | open case    |
        Gil      | 2025-03-05   | other agency |
        Hal      | 2025-03-05   | advice       |
        Ida      | 2025-03-05   |              |
        Jon      | 2025-03-06   | no action    |
    """
    assert parts(counted(NAME, "2025-03", contacts=contacts)) == (2, 10)


def test_the_day_of_the_contact_decides_the_period(counted: Counted) -> None:
    contacts = """
        child_id       | contact_date | outcome
        the_day_before | 2025-02-28   | no action
        on_the_first   | 2025-03-01   | no action
        on_the_last    | 2025-03-31   | advice
        the_day_after  | 2025-04-01   | no action
    """
    assert parts(counted(NAME, "2025-03", contacts=contacts)) == (1, 2)


def test_shares_by_agency_source_and_age_are_of_the_contacts_of_the_group(counted: Counted) -> None:
    contacts = """
        child_id | family_id | date_of_birth | contact_date | source | outcome
        Ann      | Grey      | 2020-03-05    | 2025-03-05   | 3A     | no action
        Ben      | Grey      | 2020-03-06    | 2025-03-05   | 3B     | no action
        Cal      | Hill      |               | 2025-03-05   |        | advice
        Dee      | Hill      | 2020-03-05    | 2025-03-05   | 6      | advice
    """
    by_agency = shares(counted(NAME, "2025-03", by="agency", contacts=contacts))
    assert by_agency == {"Health": (2, 2), "Police": (0, 1), "Not recorded": (0, 1)}
    by_source = shares(counted(NAME, "2025-03", by="source", contacts=contacts))
    assert by_source == {"3A": (1, 1), "3B": (1, 1), "6": (0, 1), "Not recorded": (0, 1)}
    by_age = shares(counted(NAME, "2025-03", by="age_band", contacts=contacts))
    assert by_age == {"5 to 9": (1, 2), "1 to 4": (1, 1), "Not recorded": (0, 1)}
    assert counted(NAME, "2025-03", contacts=contacts).families == 1


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-04", State.PROVISIONAL), ("2025-04-05", State.VALUE)])
def test_it_is_provisional_until_the_last_contacts_have_been_decided(counted: Counted, covers_to: str, state: State) -> None:
    contacts = "child_id | contact_date | outcome\nAnn | 2025-03-05 | no action"
    figure = counted(NAME, "2025-03", covers=("2025-03-01", covers_to), contacts=contacts)
    assert (figure.value, figure.state) == (100, state)


def test_no_contact_is_no_cases_and_none_such_is_a_true_nought(counted: Counted) -> None:
    none = counted(NAME, "2025-03", contacts="child_id | contact_date\nAnn | 2025-04-05")
    assert (none.value, none.state) == (None, State.NO_CASES)
    other = counted(NAME, "2025-03", contacts="child_id | contact_date | outcome\nAnn | 2025-03-05 | advice")
    assert (other.value, other.state) == (0, State.ZERO)
