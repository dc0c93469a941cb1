"""Cases as changes on days: what each adds to numerator and denominator, and on which day it is taken off again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from metrics.catalogue import BETWEEN, Indicator
from metrics.counting.shape import REAL, Shape


class Sums(NamedTuple):
    """By what changes are summed: the groups, and the day or the month (`whole_months`: no period begins or ends within one).

    A group that puts two others together (`crossed`) is summed by these two: their words are put together once for each sum,
    and not for each case.
    """

    groups: tuple[str, ...]
    whole_months: bool
    crossed: Mapping[str, tuple[str, str]] = {}

    def columns_of(self, group: str) -> tuple[str, ...]:
        """The columns of the query by which a group is summed."""
        return self.crossed.get(group, (group,))

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column for each in self.groups for column in self.columns_of(each)))

    @property
    def dims(self) -> str:
        return "".join(f", {each}" for each in self.columns)

    @property
    def by_month(self) -> bool:
        """By one column there are few sums anyway, and the month of a day costs more to find than days cost to sum."""
        return self.whole_months and len(self.columns) > 1

    def day(self, day: str) -> str:
        """SQL for the day at which what changes on a day is noted."""
        return f"last_day({day})" if self.by_month else f"{day}::date"

    @property
    def are_few(self) -> bool:
        """Whether many cases share a sum: with many groups at once nearly every case is one of a kind."""
        return len(self.columns) <= (3 if self.by_month else 2)

    @property
    def named(self) -> str:
        """SQL for which group a row of the grouping sets is of; null for all cases."""
        return self._by_group({each: f"'{each}'" for each in self.groups})

    @property
    def valued(self) -> str:
        """SQL for the value of the row's group."""
        between = f" || '{BETWEEN}' || "
        return self._by_group({each: between.join(map(_in_words, self.columns_of(each))) for each in self.groups})

    def _by_group(self, says: Mapping[str, str]) -> str:
        if not says:
            return "null::varchar"
        widest_first = sorted(says, key=lambda each: -len(self.columns_of(each)))  # what groups by two groups by each of them
        cases = (f"when {_grouped(self.columns_of(each))} then {says[each]}" for each in widest_first)
        return f"case {' '.join(cases)} end"


def changes_query(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    """SQL that sums the changes by day: group_by, group_value (both null for all cases), changed_on, numerator, denominator."""
    sets = ", ".join(["(changed_on)", *(f"(changed_on, {', '.join(sums.columns_of(each))})" for each in sums.groups)])
    return f"""
with cases as (
    {indicator.sql}
),

changes as (
    {_changes(shape, sums)}
)

select
    {sums.named} as group_by,
    {sums.valued} as group_value,
    changed_on,
    coalesce(sum(numerator), 0)::double as numerator,
    coalesce(sum(denominator), 0)::double as denominator
from changes
group by grouping sets ({sets})
"""


def _in_words(column: str) -> str:
    return f"coalesce({column}::varchar, 'Not recorded')"


def _grouped(columns: tuple[str, ...]) -> str:
    return " and ".join(f"grouping({each}) = 0" for each in columns)


def _changes(shape: Shape, sums: Sums) -> str:
    amount, weight = shape.amount, shape.weight
    if shape.has("counts_on"):
        return _summed(sums, "counts_on", (amount, weight), "counts_on is not null")
    if shape.has("numerator_from"):
        return _stock_with_late_numerator(shape, sums)
    return "\n    union all\n    ".join(
        [
            _summed(sums, "counts_from", (amount, weight), REAL),
            _summed(sums, "counts_until", (f"-({amount})", f"-({weight})"), "counts_until >= counts_from"),
        ]
    )


def _stock_with_late_numerator(shape: Shape, sums: Sums) -> str:
    """A case enters the denominator first and the numerator later; both on the day it ends."""
    enters = "greatest(numerator_from, counts_from)"
    reached = "numerator_from is not null and numerator_from < coalesce(counts_until, date '9999-12-31')"
    leaves = f"case when {reached} then -({shape.amount}) else 0 end"
    return "\n    union all\n    ".join(
        [
            _summed(sums, "counts_from", ("0", shape.weight), REAL),
            _summed(sums, enters, (shape.amount, "0"), f"{REAL} and {reached}"),
            _summed(sums, "counts_until", (leaves, f"-({shape.weight})"), "counts_until >= counts_from"),
        ]
    )


def _summed(sums: Sums, day: str, amounts: tuple[str, str], where: str) -> str:
    """The changes of numerator and denominator, summed where that leaves few."""
    numerator, denominator = (f"sum({each})" if sums.are_few else each for each in amounts)
    return f"""select
        {sums.day(day)} as changed_on,
        {numerator} as numerator,
        {denominator} as denominator{sums.dims}
    from cases
    where {where}{chr(10) + "    group by all" if sums.are_few else ""}"""
