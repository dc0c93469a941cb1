"""Spec: a named person of an agency says that its figures are its own; what comes later has to be signed anew."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.gaps.sign_offs import LONGEST_NAME, NotSigned, Signed, sign_off, signed_on
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.store import Store
from tests.conftest import BOARD, csv_of
from tests.new_stores import new_store

JULY = (date(2026, 4, 1), date(2026, 6, 30), datetime(2026, 7, 20, 9))
OCTOBER = (date(2026, 7, 1), date(2026, 9, 30), datetime(2026, 10, 20, 9))
NAME = "Amira Haddad, performance manager"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of the board on which a council sends child protection plans."""
    with new_store(tmp_path / "signed.duckdb", BOARD) as made:
        yield made


def send(store: Store, when: tuple[date, date, datetime], child: str = "C1", dataset: str = "cp_plans") -> int:
    first, last, received = when
    table = f"child_id | start_date\n{child} | {first.isoformat()}"
    delivery = read_delivery(
        csv_of(dataset, table),
        agency="council",
        board=store.board,
        key=store.key,
        dataset=dataset,
        covers_from=first,
        as_at=last,
        received_at=received,
    )
    return store.accept(delivery)[0]


def signed(store: Store, known_at: datetime | None = None) -> Signed:
    with store.cursor() as cursor:
        return signed_on(cursor, known_at)


def waiting(store: Store, known_at: datetime | None = None) -> list[int]:
    return [each.submission_id for each in signed(store, known_at).waiting("council")]


def test_a_sign_off_keeps_who_when_and_which_submissions(store: Store) -> None:
    sent = send(store, JULY)
    made = sign_off(store, "council", f"  {NAME} ", note="Checked with the team.", at=datetime(2026, 7, 22, 10))
    assert signed(store).sign_offs == (made,)
    assert (made.signed_by, made.signed_at, made.submissions) == (NAME, datetime(2026, 7, 22, 10), frozenset({sent}))
    assert made.note == "Checked with the team."
    assert signed(store).signed_on(sent) == date(2026, 7, 22)
    assert signed(store).newest("council") == made
    assert signed(store).newest("police") is None


def test_what_comes_after_a_sign_off_waits_for_one_of_its_own_and_a_correction_too(store: Store) -> None:
    send(store, JULY)
    sign_off(store, "council", NAME)
    assert waiting(store) == []
    later = send(store, OCTOBER)
    corrected = send(store, (JULY[0], JULY[1], datetime(2026, 11, 1)), child="C2")
    assert waiting(store) == [corrected, later]


def test_what_a_later_file_replaced_needs_no_sign_off(store: Store) -> None:
    send(store, JULY)
    whole = send(store, (JULY[0], OCTOBER[1], OCTOBER[2]), child="C2")
    assert waiting(store) == [whole]


def test_only_what_its_person_looked_at_is_signed(store: Store) -> None:
    first = send(store, JULY)
    second = send(store, OCTOBER)
    assert sign_off(store, "council", NAME, submissions=[first, 999]).submissions == frozenset({first})
    assert waiting(store) == [second]


def test_an_earlier_moment_does_not_know_of_a_later_sign_off(store: Store) -> None:
    sent = send(store, JULY)
    sign_off(store, "council", NAME, at=datetime(2026, 7, 22, 10))
    assert waiting(store, datetime(2026, 7, 22, 9, 59)) == [sent]
    assert waiting(store, datetime(2026, 7, 22, 10)) == []
    assert waiting(store, datetime(2026, 7, 19)) == []


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
def test_without_a_name_nothing_is_signed(store: Store, name: str) -> None:
    sent = send(store, JULY)
    with pytest.raises(NotSigned, match="Say who signs off"):
        sign_off(store, "council", name)
    assert waiting(store) == [sent]


def test_nothing_to_sign_is_said(store: Store) -> None:
    with pytest.raises(NotSigned, match="nothing of Testbridge Council to sign off"):
        sign_off(store, "council", NAME)
    with pytest.raises(ValueError, match="There is no agency called nobody"):
        sign_off(store, "nobody", NAME)


def test_a_sign_off_of_what_others_sent_signs_nothing(store: Store) -> None:
    sent = send(store, JULY)
    with pytest.raises(NotSigned):
        sign_off(store, "police", NAME, submissions=[sent])
    assert waiting(store) == [sent]


def test_an_unsigned_figure_says_whose_it_is_and_a_missing_one_nothing(store: Store) -> None:
    send(store, JULY)
    asked = {"indicators": ["cp_plans_open", "missing_episodes"], "today": date(2026, 10, 1)}
    plans, missing = scorecard(store, parse_period("2026/27 Q1"), **asked).lines  # type: ignore[arg-type]
    assert (plans.indicator.id, plans.unsigned, missing.unsigned) == ("cp_plans_open", ("Testbridge Council",), ())
    sign_off(store, "council", NAME)
    assert scorecard(store, parse_period("2026/27 Q1"), **asked).lines[0].unsigned == ()  # type: ignore[arg-type]


def test_a_figure_of_a_day_does_not_wait_for_files_about_other_days(store: Store) -> None:
    send(store, JULY)
    sign_off(store, "council", NAME)
    send(store, OCTOBER)
    asked = {"indicators": ["cp_plans_open"], "today": date(2026, 11, 1)}
    assert scorecard(store, parse_period("2026/27 Q1"), **asked).lines[0].unsigned == ()  # type: ignore[arg-type]
    assert scorecard(store, parse_period("2026/27 Q2"), **asked).lines[0].unsigned != ()  # type: ignore[arg-type]
