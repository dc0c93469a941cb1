"""One indicator close up: its line, its trend, its breakdowns, whom it is about, and its cases where they may be seen."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from metrics.among import Among, among_all
from metrics.board import Board, Settings
from metrics.board.named import Noted
from metrics.catalogue import Indicator, indicator
from metrics.clock import now
from metrics.coverage import Coverage
from metrics.datasets import contract
from metrics.datasets.returns import BY_AGENCY
from metrics.figures import Figure, figures
from metrics.frozen import Frozen
from metrics.gaps.data_age import DataAge, data_ages
from metrics.judge.compare import USUAL
from metrics.measure import datasets_read, people
from metrics.people.cases import list_cases, why_not_listed
from metrics.people.rare import event_days
from metrics.periods import Frequency, Period, period_of, previous
from metrics.scorecard import Line, Scorecard, scorecard
from metrics.small_numbers import is_hidden, shown_groups
from metrics.standing import received
from metrics.store import Store
from metrics.verdicts import Beside, beside_all

LONGEST = {Frequency.MONTH: 36, Frequency.QUARTER: 13, Frequency.YEAR: 6}
"""How many periods a trend goes back: about three years of months and quarters, six years of years."""
MOST_CASES = 500
RETURNED = "{} returned this figure as a number, without records: there are no cases to list."
PREPARED = "The records are with {}, which counted them and sent the counts: the cases can be looked at there, and not here."


class People(Frozen):
    """Cases, children and families in the numerator, counted apart; None where the data does not say."""

    cases: int
    children: int | None = None
    families: int | None = None


class CloseUp(Frozen):
    """What an indicator's own page says besides its trend. `beside` is by the usual interval: here one figure is looked at.

    `among` is the figure's place among all authorities, where their figures are loaded.
    """

    line: Line
    beside: tuple[Beside, ...]
    among: Among | None
    period: Period
    meeting: date | None
    age: DataAge | None
    people: People | None
    settings: Settings
    reads: tuple[str, ...]
    cases_closed_because: str
    noted: tuple[Noted, ...]


def close_up(
    store: Store, name: str, period: Period | None = None, *, agency: str | None = None, today: date | None = None
) -> CloseUp:
    """An indicator in a period. Raises ValueError with the ids that exist."""
    chosen = indicator(name)
    card = scorecard(store, period, today=today, indicators=[name])
    with store.cursor() as cursor:
        reads = datasets_read(cursor, chosen)
        coverage = Coverage(Store.board_on(cursor), received(cursor), today or now().date())
        figure = card.lines[0].figure
        known = figure.state.has_value and figure.has_records
        among = among_all(cursor, Store.board_on(cursor), chosen, figure, card.lines[0].benchmarks)
        counted = People(**people(cursor, chosen, card.period)) if known else None
    return CloseUp(
        line=card.lines[0],
        beside=beside_all(chosen, figure, card.lines[0].benchmarks, USUAL),
        among=among,
        period=card.period,
        meeting=card.meeting,
        age=_age(store, chosen, card, today or now().date()),
        people=counted,
        settings=store.board.settings,
        reads=tuple(sorted(reads)),
        noted=store.board.noted(chosen),
        cases_closed_because=_no_records(store.board, figure) or why_not_listed(coverage, reads, agency),
    )


def _no_records(board: Board, figure: Figure) -> str:
    """Why there are no records of a figure to look at; empty where the store holds them."""
    said = RETURNED if figure.returned_by else PREPARED
    named = [board.agency(each).name for each in figure.returned_by or figure.prepared_by]
    return said.format(" and ".join(named)) if named else ""


def _age(store: Store, chosen: Indicator, card: Scorecard, today: date) -> DataAge | None:
    """Where the days until the next meeting go; None without a meeting, or where the period has no figure of its own."""
    if card.meeting is None or not card.period.frequency:
        return None
    found = data_ages(store, card.period, card.meeting, today, indicators=[chosen])
    return next((each for each in found if each.period == card.period), None)


def trend(
    store: Store, chosen: Indicator, until: date, frequency: Frequency, *, today: date | None = None
) -> tuple[Figure, ...]:
    """The figures of the periods up to the one that ends by `until`, from where the data begins."""
    last = period_of(until, frequency)
    run = [last if last.last_day <= until else previous(last)]
    while len(run) < LONGEST[frequency]:
        run.append(previous(run[-1]))
    found = figures(store, [chosen], run[::-1], today=today)
    known = [place for place, each in enumerate(found) if each.state.is_in]
    return tuple(found[known[0] :] if known else found[-1:])


def rare_events(store: Store, chosen: Indicator, run: Sequence[Figure]) -> tuple[date, ...]:
    """The days of events that are too rare to be counted by the periods of a run; empty where they are not."""
    with store.cursor() as cursor:
        return event_days(cursor, chosen, run)


def breakdowns_of(close: CloseUp) -> dict[str, str]:
    """The breakdowns that a figure has: its definition's, and by agency where agencies returned it."""
    by_agency = {BY_AGENCY: "Agency that returned it"} if close.line.figure.returned_by else {}
    return {**by_agency, **close.line.indicator.breakdowns}


def by_group(store: Store, chosen: Indicator, period: Period, by: str, *, today: date | None = None) -> tuple[Figure, ...]:
    """The figures of one period by the values of a breakdown, those with most cases first, without the empty ones.

    Small numbers are hidden as the board chose, and stand last: their place would say how large they are.
    """
    found = shown_groups(store, chosen, period, by, today=today)
    with store.cursor() as cursor:
        meanings = meanings_of(datasets_read(cursor, chosen), by)
    named = [each.model_copy(update={"group": meanings.get(each.group or "", each.group)}) for each in found]
    kept = [each for each in named if each.numerator or each.denominator or each.returned_by or is_hidden(each)]
    return tuple(sorted(kept, key=lambda each: (-(each.denominator or each.numerator or 0), each.group or "")))


def meanings_of(datasets: Iterable[str], column: str) -> dict[str, str]:
    """What the codes of a column mean, by the contracts of the datasets that an indicator reads."""
    columns = [each for dataset in datasets for each in contract(dataset).columns() if each.name == column]
    return {code: meaning for each in columns for code, meaning in each.codes.items()}


def cases(store: Store, chosen: Indicator, period: Period) -> pd.DataFrame:
    """The cases behind a figure. Ask `CloseUp.cases_closed_because` first: it says whether they may be shown."""
    with store.cursor() as cursor:
        found = list_cases(cursor, chosen, period, MOST_CASES)
        reads = datasets_read(cursor, chosen)
    for each in chosen.breakdowns:
        found[each] = found[each].replace(meanings_of(reads, each))
    return found
