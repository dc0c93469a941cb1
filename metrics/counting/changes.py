"""Cases as changes on days: what each adds to numerator and denominator, and on which day it is taken off again."""

from __future__ import annotations

from typing import NamedTuple

from metrics.catalogue import Indicator
from metrics.counting.shape import REAL, Shape


class Sums(NamedTuple):
    """By what changes are summed: the groups, and the day or, where no period begins or ends within one, the month."""

    groups: tuple[str, ...]
    by_month: bool

    @property
    def dims(self) -> str:
        return "".join(f", {each}" for each in self.groups)

    def day(self, day: str) -> str:
        """SQL for the day at which what changes on a day is noted."""
        return f"last_day({day})" if self.by_month else f"{day}::date"

    @property
    def are_few(self) -> bool:
        """Whether many cases share a sum: with many groups at once nearly every case is one of a kind."""
        return len(self.groups) <= (3 if self.by_month else 2)


def changes_query(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    """SQL that sums the changes by day: group_by, group_value (both null for all cases), changed_on, numerator, denominator."""
    groups = sums.groups
    sets = ", ".join(["(changed_on)", *(f"(changed_on, {each})" for each in groups)])
    group_by = " ".join(f"when grouping({each}) = 0 then '{each}'" for each in groups)
    value = " ".join(f"when grouping({each}) = 0 then coalesce({each}::varchar, 'Not recorded')" for each in groups)
    return f"""
with changes as (
    {_changes(indicator, shape, sums)}
)

select
    {f"case {group_by} end" if groups else "null::varchar"} as group_by,
    {f"case {value} end" if groups else "null::varchar"} as group_value,
    changed_on,
    coalesce(sum(numerator), 0)::double as numerator,
    coalesce(sum(denominator), 0)::double as denominator
from changes
group by grouping sets ({sets})
"""


def _changes(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    amount, weight = shape.amount, shape.weight
    if shape.has("counts_on"):
        return _summed(indicator, sums, "counts_on", (amount, weight), "counts_on is not null")
    if shape.has("numerator_from"):
        return _stock_with_late_numerator(indicator, shape, sums)
    return "\n    union all\n    ".join(
        [
            _summed(indicator, sums, "counts_from", (amount, weight), REAL),
            _summed(indicator, sums, "counts_until", (f"-({amount})", f"-({weight})"), "counts_until >= counts_from"),
        ]
    )


def _stock_with_late_numerator(indicator: Indicator, shape: Shape, sums: Sums) -> str:
    """A case enters the denominator first and the numerator later; both on the day it ends."""
    enters = "greatest(numerator_from, counts_from)"
    reached = "numerator_from is not null and numerator_from < coalesce(counts_until, date '9999-12-31')"
    leaves = f"case when {reached} then -({shape.amount}) else 0 end"
    return "\n    union all\n    ".join(
        [
            _summed(indicator, sums, "counts_from", ("0", shape.weight), REAL),
            _summed(indicator, sums, enters, (shape.amount, "0"), f"{REAL} and {reached}"),
            _summed(indicator, sums, "counts_until", (leaves, f"-({shape.weight})"), "counts_until >= counts_from"),
        ]
    )


def _summed(indicator: Indicator, sums: Sums, day: str, amounts: tuple[str, str], where: str) -> str:
    """The changes of numerator and denominator, summed where that leaves few."""
    numerator, denominator = (f"sum({each})" if sums.are_few else each for each in amounts)
    return f"""select
        {sums.day(day)} as changed_on,
        {numerator} as numerator,
        {denominator} as denominator{sums.dims}
    from (
        {indicator.sql}
    ) as cases
    where {where}{chr(10) + "    group by all" if sums.are_few else ""}"""
