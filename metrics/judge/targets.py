"""A target: the words a board agreed, and the number they come to today."""

from math import isfinite
from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["fixed", "england", "region", "neighbours", "monitor", "none"]
WORDS: dict[str, Kind] = {
    "england": "england",
    "national": "england",
    "region": "region",
    "neighbours": "neighbours",
    "statistical neighbours": "neighbours",
    "monitor": "monitor",
}


class Agreed(BaseModel):
    """A target as the board wrote it: its kind, and its number when it is a fixed one."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    number: float | None = None


class Resolved(BaseModel):
    """A target as a number to compare with, or the reason there is none."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    number: float | None
    because: str = ""


def read_target(text: str) -> Agreed:
    """Read a target: a number (`75`, `75%`), `England`, `region`, `neighbours`, `monitor`, or nothing.

    Raises ValueError with the words that are understood.
    """
    plain = text.strip().lower()
    if not plain:
        return Agreed(kind="none")
    if plain in WORDS:
        return Agreed(kind=WORDS[plain])
    number = _number(plain)
    if number is None:
        raise ValueError(f"'{text}' is not a target. Write a number, or one of: England, region, neighbours, monitor.")
    return Agreed(kind="fixed", number=number)


def resolve(agreed: Agreed, published: dict[str, tuple[float | None, str]]) -> Resolved:
    """Turn a target into a number. `published` maps england, region, neighbours to (value, note)."""
    if agreed.kind in {"monitor", "none"}:
        return Resolved(kind=agreed.kind, number=None)
    if agreed.kind == "fixed":
        return Resolved(kind="fixed", number=agreed.number)
    value, note = published.get(agreed.kind, (None, "no comparator is published for this indicator"))
    return Resolved(kind=agreed.kind, number=value, because="" if value is not None else note)


def _number(text: str) -> float | None:
    try:
        number = float(text.removesuffix("%").replace(",", "").strip())
    except ValueError:
        return None
    return number if isfinite(number) else None  # float() also reads "nan" and "inf"
