"""One row of a return as it was said, and the rules it is held against: the same for a file and for a form."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import NamedTuple

from metrics import words
from metrics.catalogue import Indicator
from metrics.datasets.returns import BLANKS
from metrics.frozen import Frozen
from metrics.periods import Period
from metrics.submission import Severity

Population = Callable[[date], int | None]
"""How many children live in the area on a day, as the store has it; None where it does not know."""


class Said(Frozen):
    """A row of a return: its number in the file, and what it says."""

    row: int
    indicator: Indicator
    period: Period
    group_by: str = ""
    group: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    status: str = ""
    note: str = ""

    @property
    def has_number(self) -> bool:
        return any(each is not None for each in (self.numerator, self.denominator, self.value))

    @property
    def counted(self) -> Decimal | None:
        """What was counted: of a number, the figure itself."""
        if self.numerator is None and self.indicator.unit == "count":
            return self.value
        return self.numerator

    @property
    def standing(self) -> str:
        """The status as it is kept: a figure is a figure without saying so."""
        return self.status or "figure"


class Fault(NamedTuple):
    """Something wrong with a row: where, by which rule, how much it matters, and how to mend it."""

    row: int
    field: str
    rule: str
    severity: Severity
    sentence: str


def faults(rows: Sequence[Said], received_on: date, population: Population) -> list[Fault]:
    """Everything that is wrong with the rows of one return, row by row and between them."""
    living = cache(population)  # asked of the store once for each day
    found = [fault for each in rows for fault in _faults_of(each, received_on, living)]
    return [*found, *_twice(rows), *_groups_and_whole(rows)]


def is_out_of(indicator: Indicator) -> bool:
    """Whether it has a denominator to give: a rate's is the population, which is known."""
    return indicator.unit in {"percent", "ratio", "days"}


def _faults_of(said: Said, received_on: date, population: Population) -> Iterator[Fault]:
    stops = [*_period_faults(said, received_on), *_status_faults(said), *_number_faults(said)]
    yield from (Fault(said.row, field, rule, Severity.BLOCK, sentence) for field, rule, sentence in stops)
    if not stops:
        yield from (Fault(said.row, "value", "does_not_agree", Severity.WARNING, each) for each in _disagrees(said, population))
        if said.has_number and said.period.last_day > received_on and said.standing == "figure":
            sentence = (
                f"{words.period(said.period.label)} has not ended, so the figure is not final. "
                "Send it again when it has, or write provisional as its status."
            )
            yield Fault(said.row, "period", "not_ended", Severity.WARNING, sentence)


Stop = tuple[str, str, str]


def _period_faults(said: Said, received_on: date) -> Iterator[Stop]:
    if said.period.first_day > received_on:
        yield "period", "not_begun", f"{words.period(said.period.label)} has not begun. Correct the period."


def _status_faults(said: Said) -> Iterator[Stop]:
    """A row says a figure or why there is none, and not both."""
    if said.status in BLANKS and said.status != "nil_return" and said.has_number:
        yield (
            "status",
            "reason_and_figure",
            "The row gives a figure and a reason for having none. Empty one of the two.",
        )
    if said.status == "nil_return" and any((said.numerator, said.denominator, said.value)):
        yield (
            "status",
            "nil_return_and_figure",
            "The row is a nil return and gives a figure. Empty the figure, or the status.",
        )
    if said.status not in BLANKS and not said.has_number:
        yield (
            "numerator",
            "neither_figure_nor_reason",
            f"The row has neither a figure nor a reason. Fill in the figure, or write as status one of: {', '.join(BLANKS)}.",
        )


def _number_faults(said: Said) -> Iterator[Stop]:
    """Numbers that cannot make this indicator's figure."""
    if not said.has_number or said.status in BLANKS:
        return
    unit = said.indicator.unit
    if unit == "count" and said.counted is None:
        yield "numerator", "no_number", "This indicator is a number. Write it as the numerator."
    if unit == "rate_per_10000" and said.numerator is None:
        yield (
            "numerator",
            "rate_without_number",
            "A rate is worked out here, from the number and the children in the area. Write the number as the numerator.",
        )
    if is_out_of(said.indicator):
        yield from _share_faults(said)


def _share_faults(said: Said) -> Iterator[Stop]:
    whole = said.denominator
    if said.indicator.statistic == "median":
        if said.value is None:
            yield "value", "no_middle", "This indicator is a middle value: it cannot be made from sums. Write it as the value."
        return
    if said.value is None and (said.numerator is None or whole is None):
        lacking = "numerator" if said.numerator is None else "denominator"
        yield lacking, "half_a_share", f"The figure needs a numerator and a denominator. Fill in the {lacking}."
    if said.indicator.unit == "percent":
        if whole is not None and said.numerator is not None and said.numerator > whole:
            yield (
                "numerator",
                "more_than_the_whole",
                "The numerator is bigger than the denominator. A share is part of its whole.",
            )
        if said.value is not None and said.value > 100:
            yield "value", "more_than_the_whole", "The percentage is over 100. A share is part of its whole."
    elif not whole and said.numerator:
        yield "denominator", "out_of_nothing", "The denominator is 0 and the numerator is not. Correct one of the two."


def _disagrees(said: Said, population: Population) -> Iterator[str]:
    """A supplied figure that its own parts do not give, beyond rounding: both figures are said."""
    if said.indicator.unit == "rate_per_10000":
        yield from _rate_disagrees(said, population(said.period.last_day))
        return
    made = _made(said)
    if made is None or said.value is None or _is_rounded(said.value, made):
        return
    unit = said.indicator.unit
    parts = (
        "the numerator is" if unit == "count" else f"{words.out_of(float(said.counted or 0), _float(said.denominator))} gives"
    )
    yield (
        f"The value says {_shown(said.value, unit)}; {parts} {words.number(made, unit)}. "
        f"{words.number(made, unit)} is used: correct whichever is wrong."
    )


def _made(said: Said) -> float | None:
    """The figure that numerator and denominator give."""
    if said.numerator is None or said.indicator.statistic == "median":
        return None
    if said.indicator.unit == "count":
        return float(said.numerator)
    scale = 100 if said.indicator.unit == "percent" else 1
    return float(said.numerator / said.denominator) * scale if said.denominator else None


def _rate_disagrees(said: Said, living: int | None) -> Iterator[str]:
    if said.numerator is None or not living:
        return
    if said.denominator is not None and said.denominator != living:
        yield (
            f"The denominator says {words.amount(float(said.denominator))} children; the published estimate for the area is "
            f"{living:,}, and that is used for every rate."
        )
    made = float(said.numerator) / living * 10_000
    if said.value is not None and not _is_rounded(said.value, made):
        yield (
            f"The rate says {_shown(said.value, 'rate_per_10000')}; {words.amount(float(said.numerator))} of {living:,} "
            f"children gives {words.number(made, 'rate_per_10000')}, and that is used."
        )


def _is_rounded(given: Decimal, made: float) -> bool:
    """Whether one is the other, rounded to the decimals that were given."""
    exponent = given.as_tuple().exponent
    return abs(float(given) - made) <= 0.5 * 10.0 ** (exponent if isinstance(exponent, int) else 0) + 1e-9


def _shown(given: Decimal, unit: str) -> str:
    """A figure as it was given, with its own decimals."""
    return f"{given:,f}{'%' if unit == 'percent' else ''}"


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _twice(rows: Iterable[Said]) -> Iterator[Fault]:
    seen: set[tuple[str, str, str, str]] = set()
    for each in rows:
        key = (each.indicator.id, each.period.label, each.group_by, each.group.casefold())
        if key in seen:
            sentence = (
                "An earlier row is about the same indicator, period and group. It was counted once: remove one of the two."
            )
            yield Fault(each.row, "indicator", "same_row_twice", Severity.BLOCK, sentence)
        seen.add(key)


def _groups_and_whole(rows: Sequence[Said]) -> Iterator[Fault]:
    """The groups of a breakdown that do not add up to the row for all."""
    ordered = sorted(rows, key=lambda each: (each.indicator.id, each.period.label))
    for _, found in groupby(ordered, key=lambda each: (each.indicator.id, each.period.label)):
        same = list(found)
        whole = next((each for each in same if not each.group_by and each.counted is not None), None)
        if whole is None or not whole.indicator.adds_up:
            continue
        for breakdown in dict.fromkeys(each.group_by for each in same if each.group_by):
            yield from _not_added_up(whole, [each for each in same if each.group_by == breakdown])


def _not_added_up(whole: Said, parts: Sequence[Said]) -> Iterator[Fault]:
    if any(each.counted is None and each.status != "nil_return" for each in parts):
        return  # a group that is held back cannot be added
    added = sum((each.counted or Decimal() for each in parts), Decimal())
    if added != whole.counted:
        sentence = (
            f"The groups by {parts[0].group_by.replace('_', ' ')} add up to {words.amount(float(added))}; the row for all says "
            f"{words.amount(_float(whole.counted))}. Correct whichever is wrong: both are kept as they are."
        )
        yield Fault(whole.row, "numerator", "groups_do_not_add_up", Severity.WARNING, sentence)
