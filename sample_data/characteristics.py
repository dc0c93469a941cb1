"""What an extract says of a child beside an identifier: date of birth, sex and ethnicity, in the shares of the sample area."""

from datetime import date, timedelta
from random import Random

from sample_data.files import Row

ETHNIC_SHARES = {
    "WBRI": 66.0, "WOTH": 6.5, "WIRI": 0.4, "WIRT": 0.2, "WROM": 0.5,
    "MWBC": 2.2, "MWBA": 1.2, "MWAS": 2.0, "MOTH": 1.6,
    "AIND": 2.9, "APKN": 5.0, "ABAN": 1.6, "AOTH": 2.0, "CHNE": 0.5,
    "BCRB": 1.1, "BAFR": 3.6, "BOTH": 0.6, "OOTH": 1.2, "REFU": 0.2, "NOBT": 0.7,
}  # fmt: skip
"""Of a hundred children, by the DfE's code."""


def child(chance: Random, child_id: str, on: date, ages: tuple[float, float], girls: float = 0.49) -> Row:
    """The cells about one child who is of these ages on a day. `girls`: the share of girls among such children."""
    return {
        "child_id": child_id,
        "date_of_birth": born(chance, on, ages),
        "sex": "F" if chance.random() < girls else "M",
        "ethnicity": one_of(chance, ETHNIC_SHARES),
    }


def born(chance: Random, on: date, ages: tuple[float, float]) -> date:
    """A date of birth that makes a child of these ages on a day."""
    return on - timedelta(days=round(365.25 * chance.uniform(*ages)))


def one_of(chance: Random, shares: dict[str, float]) -> str:
    """One of the names, each as often as its share."""
    return chance.choices([*shares], weights=[*shares.values()])[0]


def around(chance: Random, expected: float, spread: float = 0.06) -> int:
    """A whole number around the one expected, never below nought."""
    return max(0, round(chance.gauss(expected, spread * expected + 0.5)))
