"""Spec: whatever an agency answers for, its records, its sheet and its form give the same figure: each indicator, each agency.

The records are the awkward rows of every dataset. Of what they come to each owner writes down the parts: once as a sheet, with
every breakdown, and once on the form, which asks for no groups.
"""

from datetime import date
from pathlib import Path

import pytest

from metrics.catalogue import Indicator, indicator, read_catalogue
from metrics.coverage import State
from metrics.datasets.returns import BY_AGENCY
from metrics.figures import Figure, figures, figures_on
from metrics.intake import read_delivery
from metrics.periods import parse_period
from metrics.returns.form import Entry, typed_delivery
from metrics.store import Store
from tests.conftest import BOARD, CHILDREN, RECEIVED, delivered
from tests.indicators.awkward_rows import AWKWARD, COVERS
from tests.returns.conftest import csv_of

YEAR, TODAY = parse_period("2024/25"), date(2030, 6, 30)
EVERY = tuple(read_catalogue().values())
OWNERS = tuple(dict.fromkeys(each.owner for each in EVERY))
GROUPED = tuple((each.id, by) for each in EVERY for by in each.breakdowns if by != BY_AGENCY)
"""By agency a returned figure stands under the agency that returned it, which is another thing: its own spec says so."""
ALL_GROUPS: tuple[str | None, ...] = (None, *dict.fromkeys(by for _, by in GROUPED))
HEADINGS = "Indicator | Period | Broken down by | Group | Numerator | Denominator | Value"

Key = tuple[str, str | None]
Found = dict[Key, Figure]


def asked(figures_of: dict[str | None, list[Figure]]) -> Found:
    return {(each.indicator, f"{by}: {each.group}" if by else None): each for by in figures_of for each in figures_of[by]}


@pytest.fixture(scope="module")
def records(empty_store: Store) -> Found:
    """What the records of all agencies say."""
    with empty_store.as_if_accepted(delivered(empty_store, AWKWARD, COVERS), counting=False) as cursor:
        return asked({by: figures_on(cursor, EVERY, [YEAR], by=by, known_at=RECEIVED, today=TODAY) for by in ALL_GROUPS})


def returning(path: Path) -> Store:
    """A store of a board on which every owner returns what it answers for."""
    agencies = "".join(
        f'[[agencies]]\nid = "{owner}"\nname = "Testbridge {owner}"\nrole = "{owner}"\n'
        f"returns = {[each.id for each in EVERY if each.owner == owner]}\n"
        for owner in OWNERS
    )
    made = Store.create(path, BOARD[: BOARD.index("[[agencies]]")] + agencies)
    with made.cursor() as cursor:
        cursor.execute(
            "insert into populations (level, area_code, area_name, year, children, status, source, shipped, loaded_at) "
            "select 'authority', '899', 'Testbridge', year, ?, 'published', 'invented', false, now()::timestamp "
            "from range(2010, 2030) as years(year)",
            [CHILDREN],
        )
    return made


@pytest.fixture(scope="module")
def sheets(records: Found, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the sheets say, in all and by group."""
    with returning(tmp_path_factory.mktemp("sheets") / "sheets.duckdb") as store:
        for owner in OWNERS:
            rows = [row_of(key, each) for key, each in records.items() if indicator(each.indicator).owner == owner]
            table = csv_of("\n".join([HEADINGS, *filter(None, rows)]))
            delivery = read_delivery(table, agency=owner, board=store.board, key=store.key, received_at=RECEIVED)
            assert not delivery.submissions[0].problems
            store.accept(delivery)
        return asked({by: figures(store, EVERY, [YEAR], by=by, today=TODAY) for by in ALL_GROUPS})


@pytest.fixture(scope="module")
def forms(records: Found, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """What the forms say."""
    with returning(tmp_path_factory.mktemp("forms") / "forms.duckdb") as store:
        for owner in OWNERS:
            entries = {each.id: entry_of(each, records[each.id, None]) for each in EVERY if each.owner == owner}
            agency = store.board.agency(owner)
            store.accept(typed_delivery(store, store.board, agency, YEAR, entries, received_at=RECEIVED))
        return asked({None: figures(store, EVERY, [YEAR], today=TODAY)})


def entry_of(indicator: Indicator, figure: Figure) -> Entry:
    """What an agency types that has these facts before it."""
    if indicator.statistic == "median":
        return Entry(numerator=figure.value)
    shares = indicator.unit in {"percent", "ratio", "days"}
    return Entry(numerator=figure.numerator, denominator=figure.denominator if shares else None)


def row_of(key: Key, figure: Figure) -> str:
    """The same as a row of its sheet; nothing for the middle of no cases."""
    found, (_, named) = indicator(figure.indicator), key
    entry = entry_of(found, figure)
    by, _, group = (named or "").partition(": ")
    numbers = ["" if each is None else f"{each:g}" for each in (entry.numerator, entry.denominator)]
    if found.statistic == "median":
        numbers = ["", "", *numbers[:1]]
        if not numbers[2]:
            return ""
    return " | ".join([found.title, YEAR.label, by, group, *numbers, *[""] * (3 - len(numbers))])


def said(figure: Figure) -> tuple[object, ...]:
    """What a reader sees of a figure: of a middle, from how many cases it was taken only the records know."""
    numbers = (figure.value, figure.numerator, figure.denominator)
    shown = numbers[:1] if indicator(figure.indicator).statistic == "median" else numbers
    return figure.state, *(None if each is None else round(each, 4) for each in shown)


def test_the_facts_make_a_figure_of_every_indicator(records: Found) -> None:
    states = {records[each.id, None].state for each in EVERY}
    assert states <= {State.VALUE, State.ZERO, State.NO_CASES}
    assert sum(bool(records[each.id, None].value) for each in EVERY) > 0.8 * len(EVERY)


@pytest.mark.parametrize("name", read_catalogue())
def test_records_sheet_and_form_give_the_same_figure(name: str, records: Found, sheets: Found, forms: Found) -> None:
    returned = [found[name, None] for found in (sheets, forms)]
    assert [each.returned_by for each in returned] == [(indicator(name).owner,)] * 2
    assert [said(each) for each in returned] == [said(records[name, None])] * 2


@pytest.mark.parametrize(("name", "by"), GROUPED)
def test_records_and_sheet_give_the_same_figures_of_every_group(name: str, by: str, records: Found, sheets: Found) -> None:
    """The middle of no cases is none, and no row of a sheet."""
    is_sum = indicator(name).statistic == "sum"
    counted, returned = (
        {key: said(each) for key, each in found.items() if key[0] == name and (key[1] or "").startswith(f"{by}: ")}
        for found in ({key: each for key, each in records.items() if is_sum or each.denominator}, sheets)
    )
    assert counted == returned != {}
