"""Spec: sheets of three shapes, as boards draw them, are read right to the last cell."""

import pytest

from metrics.intake import recognise
from metrics.store import Store
from metrics.submission import Problem
from tests.wide.conftest import confirmed, read, says
from tests.wide.drawing import as_csv, ods, workbook
from tests.wide.sheets import (
    BY_AGENCY,
    BY_AGENCY_SAYS,
    EXECUTIVE,
    EXECUTIVE_SAYS,
    MONTHLY,
    MONTHLY_SAYS,
    executive,
)

SHEETS = {
    "executive workbook": (workbook(Executive=executive), EXECUTIVE_SAYS),
    "executive OpenDocument": (ods("Executive", EXECUTIVE), EXECUTIVE_SAYS),
    "executive CSV": (as_csv(EXECUTIVE), EXECUTIVE_SAYS),
    "monthly workbook": (workbook(Monthly=MONTHLY), MONTHLY_SAYS),
    "monthly OpenDocument": (ods("Monthly", MONTHLY), MONTHLY_SAYS),
    "agencies workbook": (workbook(Agencies=BY_AGENCY), BY_AGENCY_SAYS),
    "agencies CSV": (as_csv(BY_AGENCY, ";"), BY_AGENCY_SAYS),
    "agencies OpenDocument": (ods("Agencies", BY_AGENCY), BY_AGENCY_SAYS),
}
NO_SYSTEM = {"-": "no_system"}


def problems(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(each.place, each.rule) for each in found]


@pytest.mark.parametrize("name", SHEETS)
def test_every_cell_is_read(store: Store, name: str) -> None:
    content, expected = SHEETS[name]
    delivery = read(store, content, confirmed(content, store, **NO_SYSTEM))
    assert sorted(map(str, says(delivery))) == sorted(map(str, expected))
    assert delivery.format == "wide_sheet"


@pytest.mark.parametrize("name", SHEETS)
def test_each_is_recognised_by_what_is_in_it(name: str) -> None:
    assert recognise(SHEETS[name][0]).sentence == "Sheet of figures: indicators in its rows, periods in its columns."


def test_what_was_not_read_is_said(store: Store) -> None:
    content = workbook(Executive=executive)
    notes = " ".join(read(store, content, confirmed(content, store, **NO_SYSTEM)).notes)
    assert "2 comments beside the figures (sheet Executive, row 6 and below) were not kept" in notes
    assert "2 columns without a period were not read: sheet Executive, row 4, column H" in notes


def test_a_problem_is_said_at_its_cell_and_never_holds_what_is_in_it(store: Store) -> None:
    rows: list[list[str | float | None]] = [["Indicator", "Q1 2026/27", "Q2 2026/27"], ["Referrals", 5.0, "about 40"]]
    delivery = read(store, workbook(Board=rows))
    assert problems(delivery.problems) == [("sheet Board, row 2, column C", "cannot_be_read")]
    assert "40" not in delivery.problems[0].sentence
    assert says(delivery) == [("referrals", "2026/27 Q1", "", "", "5", None, None, "figure")]


def test_the_rules_of_returns_hold_at_their_cells(store: Store) -> None:
    rows: list[list[str | float | None]] = [["Indicator", "Q1 2026/27"], ["Re-referrals", "26% (12/48)"], ["Referrals", 9.0]]
    delivery = read(store, workbook(Board=rows))
    assert problems(delivery.problems) == [("sheet Board, row 2, column B (Q1 2026/27)", "does_not_agree")]
    assert "The value says 26%; 12 of 48 gives 25.0%" in delivery.problems[0].sentence


def test_meanings_left_as_they_were_proposed_are_said_again_when_nothing_is_known(store: Store) -> None:
    content = workbook(Executive=executive)
    assert confirmed(content, store).names == {
        "Number of referrals to CSC": "referrals",
        "Re-referrals within 12 months (%)": "re_referrals",
        "Children subject to a CP plan": "cp_plans_open",
        "C&F assessments within 45 working days": "assessments_within_45_days",
    }
