"""Invented families: children with an identifier and a date of birth, and no name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random


@dataclass(frozen=True)
class Child:
    """A child as an extract knows one."""

    id: str
    family: str
    born: date


Family = tuple[Child, ...]
SIZES = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4)


class Families:
    """Where new families come from. `first_number` keeps one source apart from another."""

    def __init__(self, chance: Random, first_number: int) -> None:
        self._chance = chance
        self._children: Iterator[int] = count(first_number)
        self._families: Iterator[int] = count(first_number)

    def arrive(self, on: date, size: int | None = None, ages: tuple[float, float] = (0, 17)) -> Family:
        """A new family whose eldest child is of these ages on the day."""
        family = f"F{next(self._families):05d}"
        age = self._chance.uniform(*ages)
        return tuple(
            Child(f"C{next(self._children):05d}", family, on - timedelta(days=round(365.25 * each)))
            for each in self._ages(age, size or self._chance.choice(SIZES))
        )

    def _ages(self, eldest: float, size: int) -> list[float]:
        """The eldest and those after, a year or more apart, as far as they are born."""
        ages = [eldest]
        for _ in range(size - 1):
            ages.append(ages[-1] - self._chance.uniform(1.0, 3.0 if size < 5 else 2.0))
        return [eldest, *(each for each in ages[1:] if each > 0)]


def grown_up(family: Family, on: date) -> bool:
    """Whether a child of the family has turned 17."""
    return min(child.born for child in family) < on - timedelta(days=17 * 365)
