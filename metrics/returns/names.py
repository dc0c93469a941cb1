"""What the words of a return mean: indicators, breakdowns, statuses, areas and periods as people write them."""

import re
from functools import cache

from metrics.board.area import Area
from metrics.catalogue import Indicator, read_catalogue
from metrics.datasets.returns import BY_AGENCY, STATUSES
from metrics.periods import Frequency, Period, parse_period, period_of


def plain(text: str) -> str:
    """Letters and digits alone: how two ways of writing a name are compared."""
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


def find_indicator(text: str) -> Indicator | None:
    """An indicator by its id, its title or its short title."""
    name = _names().get(plain(text))
    return read_catalogue()[name] if name else None


def find_breakdown(indicator: Indicator, text: str) -> str | None:
    """A breakdown of the indicator by its column or what it is called. Any figure can be broken down by agency."""
    called = {plain(each): name for name, title in indicator.breakdowns.items() for each in (title, name)}
    return {plain(BY_AGENCY): BY_AGENCY, **called}.get(plain(text))


def find_status(text: str) -> str | None:
    """A status by its code or its words."""
    return {plain(each): code for code, said in STATUSES.items() for each in (said, code)}.get(plain(text))


def is_ours(area: Area, text: str) -> bool:
    """Whether a row is about this board's area: an empty cell is."""
    return plain(text) in {"", plain(area.code), plain(area.name)}


@cache
def find_period(text: str) -> Period:
    """A period as people write it; a run of days that is a month, a quarter or a year is called that.

    Raises ValueError with a sentence that says what is accepted.
    """
    found = parse_period(text)
    same = (period_of(found.first_day, each) for each in Frequency)
    return next((each for each in same if (each.first_day, each.last_day) == (found.first_day, found.last_day)), found)


@cache
def _names() -> dict[str, str]:
    """Every name of every indicator; one that two of them share is none's. An id comes before a title."""
    found: dict[str, str] = {}
    for written in ("short", "title", "id"):
        names = [(plain(getattr(each, written)), each.id) for each in read_catalogue().values()]
        shared = {name for name, _ in names if sum(other == name for other, _ in names) > 1}
        found |= {name: of for name, of in names if name not in shared}
    return found
