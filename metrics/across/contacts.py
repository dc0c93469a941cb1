"""What becomes of what agencies tell the front door: contacts by who made them and what came of them."""

from metrics import words
from metrics.catalogue import indicator
from metrics.crossed import CrossTable, crossed
from metrics.datasets import contract
from metrics.figures import figures
from metrics.frozen import Frozen
from metrics.periods import Period
from metrics.store import Store

ALL, CROSSED = "contacts", "agency_outcome"
REFERRED = next(each.codes["referral"] for each in contract(ALL).columns() if each.name == "outcome")


class Source(Frozen):
    """An agency's contacts, and how many of them had each outcome, in the order of `Outcomes.outcomes`; None: not known."""

    agency: str
    contacts: int
    by_outcome: tuple[int | None, ...]


class Outcomes(Frozen):
    """Contacts by agency, those who made most first, and by outcome; `gap` says why there are none."""

    period: str
    outcomes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    gap: str = ""


def outcomes(store: Store, period: Period) -> Outcomes:
    """The contacts of a period, from whom they came to what became of them."""
    chosen = indicator(ALL)
    figure = figures(store, [chosen], [period])[0]
    table = crossed(store, chosen, period, CROSSED) if figure.state.has_value else None
    if table is None:
        return Outcomes(period=period.label, gap=words.gap(figure.state, figure.waiting_for) or "No contact was made")
    return Outcomes(period=period.label, outcomes=table.columns[1:], sources=_sources(table))


def _sources(table: CrossTable) -> tuple[Source, ...]:
    """The rows of a table that has its totals first."""
    return tuple(
        Source(
            agency=agency,
            contacts=round(cells[0].value or 0),
            by_outcome=tuple(None if each.value is None else round(each.value) for each in cells[1:]),
        )
        for agency, cells in table.rows[1:]
    )
