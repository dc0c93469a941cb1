"""Targets in the words boards use: read into an `Agreed`, and written back so that reading again gives the same.

A number may stand before the basis that it was worked out from: `53.50 (Top 10% in England)`. The basis is then the target, and
the number is what the board printed, which stands in where the basis is not known.
"""

import re
from collections.abc import Callable
from math import isfinite
from typing import Final

from metrics.judge.targets import PEERS, Agreed, Kind

REGIONS: Final = (
    "london",
    "inner london",
    "outer london",
    "north east",
    "north west",
    "yorkshire and the humber",
    "east midlands",
    "west midlands",
    "east of england",
    "south east",
    "south west",
)
UNDERSTOOD: Final = (
    "Write a number, or one of: England, region, neighbours, monitor. Also understood: better than England, 5 percentage "
    "points above England, London top quartile, top 10% in England, year on year improvement, improve national rank, between "
    "10 and 15, several joined by ' and ', or one for each year or quarter: 2026/27: 70; 2027/28: 75."
)
NUMBER: Final = r"-?\d[\d,]*(?:\.\d+)?"
PEER: Final = re.compile(
    r"(?:the )?(?:our )?(?P<peer>england|national|neighbours|statistical neighbours|region(?:al)?|"
    + "|".join(sorted(REGIONS, key=len, reverse=True))
    + r")(?: averaged?)?(?: performance)?(?: averages?)?"
)
POINTS: Final = re.compile(rf"({NUMBER}) (?:percentage )?points (above|below) (.+)")
IN_LINE: Final = re.compile(r"(?:perform )?in line with (.+)")
STRICT: Final = re.compile(r"(?:to )?(?:be )?(?:better than|above|higher than|below) (.+)")
TOP_PERCENT: Final = re.compile(rf"(?:in )?(?:the )?(?:england )?top ({NUMBER}) ?%(?: in (?:england|the country))?")
TOP_QUARTILE: Final = re.compile(r"(?:in )?(?:the )?(.+?) top (?:quartile|quarter)")
YEAR_ON_YEAR: Final = re.compile(
    r"year on year improvement|improve(?:ment)? (?:year on year|from year to year)|(?:to )?improve compared to now"
)
RANK: Final = re.compile(r"(?:rank (\d+)(?:, (\d{4}))?,? ?)?improve(?: the)?(?: national)? rank(?:ing)?")
WITHIN: Final = re.compile(rf"(?:between|from|within) ({NUMBER}) ?%? (?:and|to) ({NUMBER}) ?%?")
CURRENTLY: Final = re.compile(rf"(.+?) \(currently ({NUMBER}) ?%?\)")
STATED: Final = re.compile(rf"({NUMBER}) ?%? (?:\((.+)\)|(above .+|better than .+|below .+|in line with .+))")
BRACKETED_RANK: Final = re.compile(r"(rank \d+(?:, \d{4})?),? ?\((.+)\)")
PERIOD: Final = re.compile(r"\s*(\d{4}(?:/\d{2})?(?: Q[1-4])?|Q[1-4]):\s*(.+)", re.IGNORECASE)


def read_target(text: str) -> Agreed:
    """Read a target in the board's words. Raises ValueError with the words that are understood."""
    plain = " ".join(text.split())
    if not plain:
        return Agreed(kind="none")
    found = _read_all(plain)
    if found is None:
        raise ValueError(f"'{text}' is not a target. {UNDERSTOOD}")
    return found


def write_target(agreed: Agreed) -> str:
    """Write a target as a board would. Reading what is written gives the same target."""
    if agreed.kind == "none":
        return ""
    if agreed.kind == "by_period":
        return "; ".join(f"{label}: {write_target(each)}" for label, each in agreed.by_period)
    basis = _written(agreed)
    if agreed.stated is None:
        return basis
    return f"{agreed.stated:g} ({basis})"


def _read_all(plain: str) -> Agreed | None:
    pieces = [PERIOD.fullmatch(each) for each in plain.split(";")]
    if all(pieces):
        read = [
            (each[1].upper() if each[1][0] in "qQ" else each[1], _read_one(each[2].strip().lower())) for each in pieces if each
        ]
        known = tuple((label, each) for label, each in read if each is not None)
        return Agreed(kind="by_period", by_period=known) if len(known) == len(read) else None
    return _read_one(plain.lower())


def _read_one(text: str) -> Agreed | None:
    for reader in READERS:
        found = reader(text)
        if found is not None:
            return found
    return None


def _read_number(text: str) -> Agreed | None:
    number = _number(text)
    return None if number is None else Agreed(kind="fixed", number=number)


def _read_plain(text: str) -> Agreed | None:
    if text in {"monitor", "none"}:
        return Agreed(kind="monitor" if text == "monitor" else "none")
    if YEAR_ON_YEAR.fullmatch(text):
        return Agreed(kind="year_on_year")
    if found := WITHIN.fullmatch(text):
        low, high = _number(found[1]), _number(found[2])
        return Agreed(kind="within", low=low, high=high) if low is not None and high is not None and low <= high else None
    return _read_peer(text)


def _read_peer(text: str) -> Agreed | None:
    found = PEER.fullmatch(text)
    if not found:
        return None
    name = found["peer"]
    if name in REGIONS:
        return Agreed(kind="region", place=_title(name))
    kinds: dict[str, Kind] = {"england": "england", "national": "england", "region": "region", "regional": "region"}
    return Agreed(kind=kinds.get(name, "neighbours"))


def _read_compared(text: str) -> Agreed | None:
    if found := CURRENTLY.fullmatch(text):
        basis = _read_one(found[1])
        return basis.model_copy(update={"stated": _number(found[2])}) if basis else None
    if found := POINTS.fullmatch(text):
        peer, points = _read_peer(found[3]), _number(found[1])
        if peer is None or points is None:
            return None
        return peer.model_copy(update={"points": points if found[2] == "above" else -points})
    if found := IN_LINE.fullmatch(text):
        return _read_peer(found[1])
    if found := STRICT.fullmatch(text):
        return _strictly(_read_one(found[1]))
    return None


def _read_placed(text: str) -> Agreed | None:
    if found := TOP_PERCENT.fullmatch(text):
        return Agreed(kind="top_percent", number=_number(found[1]), of="england")
    if found := TOP_QUARTILE.fullmatch(text):
        peer = _read_peer(found[1])
        if peer is None or peer.kind not in {"england", "region"}:
            return None
        return Agreed(kind="top_quartile", of="england" if peer.kind == "england" else "region", place=peer.place)
    if found := BRACKETED_RANK.fullmatch(text):
        return _read_placed(f"{found[1]} {found[2]}")
    if found := RANK.fullmatch(text):
        return Agreed(kind="rank", number=float(found[1]) if found[1] else None, year=int(found[2]) if found[2] else None)
    return None


def _read_stated(text: str) -> Agreed | None:
    found = STATED.fullmatch(text)
    if not found:
        return None
    basis, stated = _read_one(found[2] or found[3]), _number(found[1])
    if basis is None or stated is None or basis.kind not in {*PEERS, "top_quartile", "top_percent", "year_on_year", "all_of"}:
        return None
    return basis.model_copy(update={"stated": stated})


def _read_several(text: str) -> Agreed | None:
    """`above London and national averages`: what is said before the first holds for those after it."""
    pieces = re.split(r",? and (?:that of |to )?(?!the humber)", text)
    if len(pieces) < 2 or WITHIN.fullmatch(text):
        return None
    parts, strict = [], False
    for piece in pieces:
        part = _read_one(piece)
        if part is None:
            return None
        strict = strict or part.strict
        parts.append(part.model_copy(update={"strict": True}) if strict and part.kind in PEERS else part)
    return Agreed(kind="all_of", parts=tuple(parts))


READERS: Final[tuple[Callable[[str], Agreed | None], ...]] = (
    _read_number,
    _read_plain,
    _read_placed,
    _read_compared,
    _read_stated,
    _read_several,
)


def _strictly(agreed: Agreed | None) -> Agreed | None:
    if agreed is None or agreed.kind not in {*PEERS, "all_of"}:
        return None
    parts = tuple(each.model_copy(update={"strict": True}) for each in agreed.parts)
    return agreed.model_copy(update={"strict": not parts, "parts": parts})


def _written(agreed: Agreed) -> str:
    if agreed.kind in PEERS:
        return _written_peer(agreed)
    if agreed.kind == "rank":
        before = f"rank {agreed.number:g}" + (f", {agreed.year}" if agreed.year else "") if agreed.number is not None else ""
        return f"{before} (improve national rank)" if before else "improve national rank"
    whose = "England" if agreed.of == "england" else agreed.place or "region"
    return {
        "fixed": f"{agreed.number or 0:.10g}",
        "monitor": "monitor",
        "year_on_year": "year on year improvement",
        "within": f"between {agreed.low or 0:g} and {agreed.high or 0:g}",
        "top_quartile": f"{whose} top quartile",
        "top_percent": f"top {agreed.number or 0:g}% in England",
        "all_of": " and ".join(map(write_target, agreed.parts)),
    }[agreed.kind]


def _written_peer(agreed: Agreed) -> str:
    name = {"england": "England", "neighbours": "statistical neighbours"}.get(agreed.kind, agreed.place or "region")
    if agreed.points:
        return f"{abs(agreed.points):g} percentage points {'above' if agreed.points > 0 else 'below'} {name}"
    return f"better than {name}" if agreed.strict else f"in line with {name}"


def _title(region: str) -> str:
    return " ".join(each if each in {"and", "the", "of"} else each.capitalize() for each in region.split())


def _number(text: str) -> float | None:
    try:
        number = float(text.removesuffix("%").replace(",", "").strip())
    except ValueError:
        return None
    return number if isfinite(number) else None  # float() also reads "nan" and "inf"
