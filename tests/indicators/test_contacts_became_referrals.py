"""Spec: contacts received in the period that became a referral to children's social care."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "contacts_became_referrals"


def test_the_outcome_or_the_day_of_the_referral_says_so(counted: Counted) -> None:
    contacts = """
        child_id | family_id | contact_date | outcome    | referral_date
        Ann      | Grey      | 2025-03-05   | Referral   |
        Ben      | Grey      | 2025-03-05   |            | 2025-03-06
        Cal      | Grey      | 2025-03-05   | no action  | 2025-03-06
        Dee      | Hill      | 2025-03-05   | early help |
        Eve      | Hill      | 2025-03-05   | open case  |
        Fay      | Hill      | 2025-03-05   |            |
    """
    figure = counted(NAME, "2025-03", contacts=contacts)
    assert (figure.value, figure.families) == (3, 1)


def test_it_belongs_to_the_period_of_the_contact_and_not_of_the_referral(counted: Counted) -> None:
    contacts = """
        child_id       | contact_date | referral_date
        the_day_before | 2025-02-28   | 2025-03-01
        on_the_first   | 2025-03-01   | 2025-03-01
        on_the_last    | 2025-03-31   | 2025-04-01
        the_day_after  | 2025-04-01   | 2025-04-01
    """
    assert counted(NAME, "2025-03", contacts=contacts).value == 2


def test_by_agency_source_and_age(counted: Counted) -> None:
    contacts = """
        child_id | date_of_birth | contact_date | source | outcome
        Ann      | 2020-03-05    | 2025-03-05   | 3A     | referral
        Ben      | 2020-03-06    | 2025-03-05   | 3B     | referral
        Cal      |               | 2025-03-05   |        | referral
        Dee      | 2020-03-05    | 2025-03-05   | 6      | advice
    """
    by_agency = numerators(counted(NAME, "2025-03", by="agency", contacts=contacts))
    assert by_agency == {"Health": 2, "Not recorded": 1}
    assert numerators(counted(NAME, "2025-03", by="source", contacts=contacts)) == {"3A": 1, "3B": 1, "Not recorded": 1}
    by_age = numerators(counted(NAME, "2025-03", by="age_band", contacts=contacts))
    assert by_age == {"5 to 9": 1, "1 to 4": 1, "Not recorded": 1}


@pytest.mark.parametrize(("covers_to", "state"), [("2025-04-04", State.PROVISIONAL), ("2025-04-05", State.VALUE)])
def test_it_is_provisional_until_the_last_contacts_have_been_decided(counted: Counted, covers_to: str, state: State) -> None:
    contacts = "child_id | contact_date | outcome\nAnn | 2025-03-05 | referral"
    figure = counted(NAME, "2025-03", covers=("2025-03-01", covers_to), contacts=contacts)
    assert (figure.value, figure.state) == (1, state)


def test_none_is_a_true_nought(counted: Counted) -> None:
    figure = counted(NAME, "2025-03", contacts="child_id | contact_date | outcome\nAnn | 2025-03-05 | advice")
    assert (figure.value, figure.state) == (0, State.ZERO)
