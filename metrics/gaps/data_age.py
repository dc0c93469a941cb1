"""How old every figure is when the board meets, and where the days went: until it was received, signed off, and read."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from statistics import median

from metrics.board import Board
from metrics.catalogue import Indicator, read_catalogue
from metrics.coverage import Coverage, State
from metrics.datasets.returns import Return
from metrics.frozen import Frozen
from metrics.gaps.sign_offs import Signed, signed_on
from metrics.measure import datasets_read
from metrics.periods import Period, previous
from metrics.returns.answer import Returned, settled
from metrics.standing import Received, received
from metrics.store import Store

BACK = 8
"""How many quarters we look back for the newest that has a figure."""


class DataAge(Frozen):
    """The newest figure of an indicator that a meeting can read. `data_to` is the last day that it speaks about."""

    indicator: Indicator
    owner: str
    period: Period
    data_to: date
    received_on: date
    signed_on: date | None
    meeting: date

    @property
    def age(self) -> int:
        """Days from the last day that the figure speaks about to the meeting."""
        return (self.meeting - self.data_to).days

    @property
    def to_received(self) -> int:
        return (self.received_on - self.data_to).days

    @property
    def to_signed(self) -> int | None:
        """Days from receiving to signing; None where nobody has signed."""
        return (self.signed_on - self.received_on).days if self.signed_on else None

    @property
    def to_meeting(self) -> int:
        """The days that are left: from signing, or where nobody has signed from receiving, to the meeting."""
        return (self.meeting - (self.signed_on or self.received_on)).days


class Lost(Frozen):
    """The middle of the days of each leg over many figures; of signing only over those that are signed."""

    figures: int
    age: float
    to_received: float
    to_signed: float | None
    to_meeting: float


def lost(ages: Sequence[DataAge]) -> Lost | None:
    """Where the days went in the middle; None where there is no figure."""
    if not ages:
        return None
    signed = [each.to_signed for each in ages if each.to_signed is not None]
    return Lost(
        figures=len(ages),
        age=median(each.age for each in ages),
        to_received=median(each.to_received for each in ages),
        to_signed=median(signed) if signed else None,
        to_meeting=median(each.to_meeting for each in ages),
    )


def data_ages(
    store: Store,
    last: Period,
    meeting: date,
    today: date,
    known_at: datetime | None = None,
    indicators: Iterable[Indicator] | None = None,
) -> list[DataAge]:
    """The age at a meeting of each indicator's newest figure, up to the period `last`; without those that have none."""
    with store.as_known_at(known_at, frozenset({Return.dataset})) as cursor:
        submissions = received(cursor, known_at)
        coverage = Coverage(Store.board_on(cursor, known_at), submissions, today)
        chosen = [*(read_catalogue().values() if indicators is None else indicators)]
        reader = _Reader(coverage, submissions, Returned(cursor, coverage, chosen), signed_on(cursor, known_at), meeting)
        read = {each.id: datasets_read(cursor, each) for each in chosen}
    found = (reader.newest(each, read[each.id], last) for each in chosen)
    return [each for each in found if each]


class _Reader:
    def __init__(
        self, coverage: Coverage, submissions: Sequence[Received], returned: Returned, signed: Signed, meeting: date
    ) -> None:
        self.coverage, self.submissions, self.returned = coverage, submissions, returned
        self.signed, self.meeting = signed, meeting

    @property
    def board(self) -> Board:
        return self.coverage.board

    def newest(self, indicator: Indicator, datasets: frozenset[str], last: Period) -> DataAge | None:
        period = last
        for _ in range(BACK):
            found = self._of(indicator, datasets, period)
            if found:
                return found
            period = previous(period)
        return None

    def _of(self, indicator: Indicator, datasets: frozenset[str], period: Period) -> DataAge | None:
        reach = self.coverage.reach(indicator, datasets, period)
        said = settled(reach, self.returned.answer(indicator, period), period)
        if said and said.part.has_figure:
            return self._made(indicator, period, period.last_day, self._of_returns(said.agencies, period))
        if said or reach.state not in {State.VALUE, State.PROVISIONAL} or reach.data_to is None:
            return None
        return self._made(indicator, period, reach.data_to, self._of_records(datasets, reach.data_to))

    def _made(
        self, indicator: Indicator, period: Period, data_to: date, parts: Sequence[tuple[date, date | None]]
    ) -> DataAge | None:
        if not parts:
            return None
        signed = [each for _, each in parts]
        whole = max(each for each in signed if each) if all(signed) else None
        came = max(each for each, _ in parts)
        owner = self.board.owner(indicator.owner)
        return DataAge(
            indicator=indicator,
            owner=owner.name if owner else indicator.owner.replace("_", " "),
            period=period,
            data_to=data_to,
            received_on=came,
            signed_on=max(whole, came) if whole else None,
            meeting=self.meeting,
        )

    def _of_records(self, datasets: Iterable[str], day: date) -> list[tuple[date, date | None]]:
        """For each dataset of each sender: when data about a day first came, and when the first such data was signed."""
        found = []
        for dataset in datasets:
            for agency in self.coverage.senders(dataset):
                about = [
                    each
                    for each in self.submissions
                    if (each.agency, each.dataset) == (agency.id, dataset)
                    and each.supplied
                    and each.covers_from <= day <= each.covers_to
                ]
                if about:
                    found.append(self._first(about))
        return found

    def _of_returns(self, agencies: Iterable[str], period: Period) -> list[tuple[date, date | None]]:
        found = []
        for agency in agencies:
            about = [
                each
                for each in self.submissions
                if (each.agency, each.dataset) == (agency, Return.dataset)
                and each.covers_from <= period.last_day
                and each.covers_to >= period.first_day
            ]
            if about:
                found.append(self._first(about))
        return found

    def _first(self, about: Sequence[Received]) -> tuple[date, date | None]:
        signed = [day for each in about if (day := self.signed.signed_on(each.submission_id))]
        return about[0].received_at.date(), min(signed, default=None)
