"""Figures for the public: those of a query, with small numbers hidden as in a public paper."""

from collections.abc import Sequence
from datetime import datetime

from metrics.catalogue import Indicator
from metrics.datasets.returns import BY_AGENCY
from metrics.figures import Figure, figures
from metrics.periods import Frequency, Period, period_of, periods_between
from metrics.public import NOT_BY_MONTH
from metrics.public.numbers import hidden_whole
from metrics.small_numbers import hidden, shown_groups
from metrics.store import Store


def public_figures(
    store: Store,
    chosen: Sequence[Indicator],
    periods: Sequence[Period],
    *,
    by: str | None = None,
    known_at: datetime | None = None,
) -> list[Figure]:
    """Figures of indicators in periods, those hidden that are small or would give a small one away. Not of months: ValueError.

    Looked at beside the quarters of the whole years that the periods lie in, and beside all figures asked for.
    """
    if any(each.frequency == Frequency.MONTH for each in periods):
        raise ValueError(NOT_BY_MONTH)
    if by:
        pairs = [(each, period) for each in chosen for period in periods if by in {BY_AGENCY, *each.breakdowns}]
        return [
            figure for each, period in pairs for figure in shown_groups(store, each, period, by, known_at=known_at, public=True)
        ]
    rule = store.board.small_numbers
    found = figures(store, chosen, _whole_years(periods), known_at=known_at)
    people = {each.id: each for each in chosen if each.of_people}
    runs = {name: [each for each in found if each.indicator == name] for name in people}
    shut = hidden_whole(runs, people, rule.hide_to)
    asked = {each.label for each in periods}
    return [hidden(each, rule) if (each.indicator, each.period) in shut else each for each in found if each.period in asked]


def _whole_years(periods: Sequence[Period]) -> list[Period]:
    """The periods, and before them the quarters of the financial years that they lie in."""
    if not periods:
        return []
    first = period_of(min(each.first_day for each in periods), Frequency.YEAR)
    last = period_of(max(each.last_day for each in periods), Frequency.YEAR)
    quarters = periods_between(first.first_day, last.last_day, Frequency.QUARTER)
    return list({each.label: each for each in (*quarters, *periods)}.values())
