"""What the data can say about a period: has it come, does it reach, what is it waiting for, from whom, and where it is counted.

An agency sends records, or bundles of counts that it prepared from them, or first the one and then the other. The records as
one, and each bundle by itself, are the sources of its figures. The rule: of those that reach as far into a period as anything
does that the agency sent, a complete one stands before a provisional one, and then the newest. What lies half in one and half
in another cannot be put together, and is not covered.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from metrics.board import Agency, Board
from metrics.bundles.definition import entry, is_added_up, mark_of
from metrics.catalogue import Indicator
from metrics.datasets import contract
from metrics.periods import Frequency, Period
from metrics.reach import FIGURES, DaysCovered, Reach, State, days_needed, merged, together
from metrics.standing import Received, with_rows

__all__ = ["Coverage", "Reach", "Standing", "State", "days_needed", "merged", "together"]

CALENDARS = frozenset(Frequency)
"""The calendars of which a bundle holds every period."""


class Standing(NamedTuple):
    """How far the data reaches, and which agencies' figures are counted from a bundle: agency id -> bundle."""

    reach: Reach
    bundles: Mapping[str, str]


class Source(NamedTuple):
    """One place in which an agency's figures are counted: its records (no bundle), or a bundle."""

    bundle: str
    days: DaysCovered
    received: Sequence[Received]

    def holds(self, needed: str, period: Period) -> bool:
        """Whether it can say anything of an indicator in a period: records always, a bundle what was counted for it."""
        if not self.bundle:
            return True
        return period.frequency in CALENDARS and any(needed in (each.prepared or ()) for each in self.received)

    def order(self, datasets: Iterable[str], period: Period) -> tuple[datetime, int]:
        """When the newest of it came that speaks of the period."""
        return max(
            each.order
            for each in self.received
            if each.dataset in datasets and each.covers_from <= period.last_day and each.covers_to >= period.first_day
        )


class Asked(NamedTuple):
    """A figure that is asked for, and who sends what it is counted from: dataset by dataset."""

    indicator: Indicator
    datasets: frozenset[str]
    period: Period
    parts: Sequence[tuple[str, Agency]]

    @property
    def senders(self) -> dict[str, Agency]:
        return {agency.id: agency for _, agency in self.parts}

    @property
    def is_added_up(self) -> bool:
        """Whether what several agencies counted apart may be added."""
        return len(self.senders) == 1 or is_added_up(self.indicator, self.datasets)

    def sent_by(self, agency: str) -> list[str]:
        return [dataset for dataset, sender in self.parts if sender.id == agency]


class Coverage(DaysCovered):
    """Which days each agency's submissions cover, as known at one moment, and where its figures are counted."""

    def __init__(self, board: Board, submissions: Sequence[Received], today: date) -> None:
        super().__init__(board, submissions, today)
        self._sources = {
            agency: self._sources_of([each for each in submissions if each.agency == agency])
            for agency in {each.agency for each in submissions if each.bundle}
        }

    @property
    def has_bundles(self) -> bool:
        return bool(self._sources)

    def reach(self, indicator: Indicator, datasets: Iterable[str], period: Period) -> Reach:
        """How far the data behind an indicator reaches for a period."""
        return self.standing(indicator, frozenset(datasets), period).reach

    def standing(self, indicator: Indicator, datasets: frozenset[str], period: Period) -> Standing:
        """How far the data behind an indicator reaches for a period, and whose counts come from a bundle."""
        parts = [(dataset, agency) for dataset in sorted(datasets) for agency in self.senders(dataset)]
        if not parts:
            names = ", ".join(contract(each).title.lower() for each in sorted(datasets))
            return Standing(Reach(state=State.NOT_RECORDED, waiting_for=f"No agency of this partnership sends {names}"), {})
        asked = Asked(indicator, datasets, period, parts)
        found = {each: self._source(asked, agency) for each, agency in asked.senders.items() if each in self._sources}
        reaches = [self._reach_in(found.get(agency.id), asked, dataset, agency) for dataset, agency in parts]
        for each, source in found.items():
            reaches += [] if source else self._apart(asked, asked.senders[each])
        bundles = {each: source.bundle for each, source in found.items() if source and source.bundle}
        whole = together(reaches)
        if bundles and whole.state in FIGURES and not asked.is_added_up:
            return Standing(_needs_both(asked), bundles)
        return Standing(whole, bundles)

    def _source(self, asked: Asked, agency: Agency) -> Source | None:
        """The source of an agency's figure; None where none of them has one, or all together would reach further."""
        mine, needed = asked.sent_by(agency.id), self._needed(asked)
        furthest = self._all_of(asked, agency).data_to
        found: list[tuple[tuple[bool, datetime, int], Source]] = []
        for source in self._sources[agency.id]:
            reach = together([source.days.reach_of(asked.indicator, each, agency, asked.period) for each in mine])
            if reach.state in FIGURES and reach.data_to == furthest and source.holds(needed, asked.period):
                found.append(((reach.state is State.VALUE, *source.order(mine, asked.period)), source))
        return max(found, key=lambda each: each[0])[1] if found else None

    def _all_of(self, asked: Asked, agency: Agency) -> Reach:
        """How far an agency's sources would reach, were they one."""
        return together([self.reach_of(asked.indicator, each, agency, asked.period) for each in asked.sent_by(agency.id)])

    def _reach_in(self, source: Source | None, asked: Asked, dataset: str, agency: Agency) -> Reach:
        """How far one dataset of one agency reaches, in the source that stands; in all of them where none does."""
        days = source.days if source else self
        return days.reach_of(asked.indicator, dataset, agency, asked.period)

    def _needed(self, asked: Asked) -> str:
        """What a bundle has to list, so that its counts are by the definition in force."""
        return entry(asked.indicator.id, mark_of(asked.indicator, asked.datasets, self.board.settings))

    def _apart(self, asked: Asked, agency: Agency) -> list[Reach]:
        """Why an agency's figure is not covered although all its sources together would reach it; nothing where they do not."""
        if self._all_of(asked, agency).state not in FIGURES:
            return []
        if not asked.is_added_up:
            return [_needs_both(asked)]
        return [_not_covered(f"{agency.name}: {self._why_not(asked, agency)}", agency)]

    def _why_not(self, asked: Asked, agency: Agency) -> str:
        if asked.period.frequency not in CALENDARS:
            return PERIODS_ONLY
        needed = self._needed(asked)
        listed = [each for source in self._sources[agency.id] for one in source.received for each in one.prepared or ()]
        is_other = needed not in listed and any(each.startswith(entry(asked.indicator.id, "")) for each in listed)
        return OTHER_DEFINITION if is_other else PREPARED_APART

    def _sources_of(self, submissions: Sequence[Received]) -> list[Source]:
        groups = {"": with_rows(submissions)}
        for each in submissions:
            if each.bundle:
                groups.setdefault(each.bundle, []).append(each)
        return [Source(bundle, DaysCovered(self.board, mine, self.today), mine) for bundle, mine in groups.items()]


PERIODS_ONLY = "of counts that were prepared there are months, quarters and years, and this period is none of them"
OTHER_DEFINITION = (
    "its counts were prepared by another version of this definition. They can be prepared again with the board's version of "
    "the program and its board.toml"
)
PREPARED_APART = (
    "what this is counted from was prepared, or sent, in separate parts, which cannot be put together. It can be prepared "
    "again from all its files at once"
)


def _needs_both(asked: Asked) -> Reach:
    names = " and ".join(each.name for each in asked.senders.values())
    said = f"it needs the records of {names} in one place: counts that each prepared by itself cannot be put together"
    return _not_covered(said, *asked.senders.values())


def _not_covered(said: str, *agencies: Agency) -> Reach:
    return Reach(state=State.NOT_COVERED, waiting_for=said, agencies=tuple(each.id for each in agencies))
