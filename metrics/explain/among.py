"""A place among all authorities, and a funnel, in words: whole sentences that say how many, how many hidden, and how firm."""

from metrics import words
from metrics.among import Among, Point
from metrics.judge.compare import STRICT, USUAL, Band, Funnel, Placed
from metrics.judge.places import Between

QUARTERS: dict[Band, str] = {"A": "best quarter", "B": "second quarter", "C": "third quarter", "D": "last quarter"}
WHERE: dict[Funnel, str] = {
    "high_0.001": "above the outer limits",
    "high_0.025": "above the inner limits",
    "not_significant": "inside the funnel",
    "low_0.025": "below the inner limits",
    "low_0.001": "below the outer limits",
}
OVERDISPERSED = 0.1
"""Where so many lie outside, what the limits leave out is no exception: the authorities differ by more than chance."""


def placed(among: Among) -> tuple[str, str]:
    """The place, and the quarter: `41st of 141`, `second quarter`; each a range where hidden figures leave one."""
    if among.place is None:
        return "", ""
    best, worst = among.place.best, among.place.worst
    rank = _ordinal(best.rank) if among.place.is_one else f"{_ordinal(best.rank)} to {_ordinal(worst.rank)}"
    same = best.band == worst.band
    return f"{rank} of {best.of}", QUARTERS[best.band] if same else f"{QUARTERS[best.band]} to {QUARTERS[worst.band]}"


def about_place(among: Among) -> str:
    """What the place rests on: ties, hidden figures, the year, and whether the quarter is firm."""
    if among.place is None:
        return "There is no place to give: neither high nor low is good in itself."
    return " ".join(filter(None, (_ties(among.place.best), _hidden(among), _firm(among.place), _when(among))))


def _ties(found: Placed) -> str:
    return f"{words.capital(words.count_of(found.ties, 'other'))} have the same figure." if found.ties else ""


def _hidden(among: Among) -> str:
    if not among.hidden:
        return ""
    said = f"{among.hidden} of the others are hidden and taken as one to five children each"
    return f"{said}, so the place is a range." if among.place and not among.place.is_one else f"{said}."


def _firm(between: Between) -> str:
    if between.is_firm:
        return "The quarter is firm: the figure's interval stays inside it."
    return "The quarter is not firm: the figure's interval, or the range of hidden figures, reaches into another."


def _when(among: Among) -> str:
    ranked = "1st is best; the City of London and the Isles of Scilly, too small to rank, are left out."
    return f"Theirs are the figures of {among.year}, {words.months_older(among.months)} than ours. {ranked}"


def funnel_in_words(among: Among, unit: str) -> str:
    """The funnel for those who do not see it: how many are in it, how many lie outside, and where ours does."""
    if among.because:
        return f"No funnel is drawn: {among.because}."
    inner, outer = (f"{100 * each:g}%" for each in (USUAL, STRICT))
    own = words.number(among.own.value, unit)
    where = WHERE[among.own.where] if among.own.where else "not in it"
    return (
        f"Each point is an authority's figure of {among.year}, placed by what it is counted of; the line is England's, "
        f"{words.number(among.average, unit)}. Were all like England, {inner} of them would lie between the inner limits and "
        f"{outer} between the outer ones, which are wide where few are counted. {_outside(among)} Ours, {own} of "
        f"{words.amount(among.own.size)}, lies {where}."
    )


def _outside(among: Among) -> str:
    not_drawn = f"{among.hidden} are hidden and not drawn. " if among.hidden else ""
    said = (
        f"{not_drawn}{among.outside} of {words.count_of(among.shown, 'authority', 'authorities')} lie outside the outer limits"
    )
    if among.outside > OVERDISPERSED * among.shown:
        return (
            f"{said}: authorities differ by far more than chance, so to lie outside is not by itself an exception, and the "
            "reason may be in how children live or how cases are counted."
        )
    return f"{said}, where chance alone would put {words.amount((1 - STRICT) * among.shown)}."


def where(point: Point) -> str:
    """Where one authority lies in the funnel; empty where it is not in it."""
    return WHERE[point.where] if point.where else ""


def _ordinal(rank: int) -> str:
    ending = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"
