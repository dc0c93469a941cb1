"""What can be seen of the columns of a table without saying what is in them: how many cells are filled, dates, times, words."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from metrics.datasets import Kind
from metrics.intake.cells import FALSE, TRUE, WHITE_SPACE, date_of

MOST_LOOKED_AT = 400
"""Different texts of a column that are looked at: enough to tell dates from words."""
MOST_WORDS = 40
"""A column with more different words than this holds no codes."""
TIME = r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?"
LOOKS = f"""
select
    column_name,
    avg((({date_of("cell")}) is not null)::int)::double as dates,
    avg((regexp_matches(cell, '^[0-9].*[ T]{TIME}') and not regexp_matches(cell, '00:00(:00)?$'))::int)::double as moments,
    avg(regexp_full_match(cell, '{TIME}')::int)::double as times,
    avg((lower(cell) in {(*TRUE, *FALSE)})::int)::double as yes_no,
    avg((try_cast(cell as decimal(18, 4)) is not null)::int)::double as numbers
from cells
group by column_name
"""


class Seen(NamedTuple):
    """A column: its rows, its filled cells, how many texts differ; and the share of those that are dates, have a time ...

    `words` are the texts themselves, the most frequent first, where they are so few that they may be codes.
    """

    rows: int
    filled: int
    different: int
    dates: float = 0.0
    moments: float = 0.0
    times: float = 0.0
    yes_no: float = 0.0
    numbers: float = 0.0
    words: tuple[str, ...] = ()

    @property
    def is_filled(self) -> bool:
        return 0 < self.filled == self.rows

    @property
    def differs_in_every_row(self) -> bool:
        return self.is_filled and self.different == self.filled

    @property
    def may_be_codes(self) -> bool:
        """Few words that come again: what a choice from a list looks like, and names or free text do not."""
        again = self.filled >= 2 * self.different or (self.different <= 3 and self.filled > self.different)
        return bool(self.words) and self.dates < 0.5 and (again or self.yes_no == 1.0)

    def suits(self, kind: Kind) -> float:
        """How well the cells suit a kind of column, 0 to 1. An empty column suits every kind a little."""
        if not self.filled:
            return 0.5
        few = 1.0 if self.may_be_codes else 0.0
        return {
            Kind.IDENTIFIER: 0.0 if max(self.dates, self.times) > 0.5 else 1.0,
            Kind.DATE: self.dates,
            Kind.BIRTH_DATE: self.dates,
            Kind.MONTH: self.dates,
            Kind.DATES: self.dates,
            Kind.MOMENT: self.dates * (1.0 if self.moments > 0.5 else 0.85),
            Kind.YES_NO: max(self.yes_no, few * 0.8 if self.different <= 6 else 0.0),
            Kind.CODE: few,
            Kind.LABEL: 1.0 if self.dates < 0.5 else 0.2,
            Kind.WHOLE: self.numbers,
            Kind.DECIMAL: self.numbers,
        }[kind]

    def said(self) -> str:
        """In words, without any cell."""
        if not self.filled:
            return "every cell is empty"
        filled = "every cell is filled" if self.is_filled else f"{self.filled:,} of {self.rows:,} cells are filled"
        return f"{filled}, {self._kind()}"

    def _kind(self) -> str:
        if self.moments > 0.8:
            return "with dates and times"
        if self.dates > 0.8:
            return "with dates"
        if self.times > 0.8:
            return "with times of day"
        if self.yes_no > 0.99:
            return "with yes or no"
        if self.differs_in_every_row:
            return "and no two are alike"
        return f"with {self.different:,} different {'entry' if self.different == 1 else 'entries'}"


def seen_in(rows: pa.Table, headings: tuple[str, ...]) -> Mapping[str, Seen]:
    """What is seen under each heading."""
    counted = {each: _counted(rows[each]) for each in headings}
    looked_at = {each: texts for each, (_, texts) in counted.items() if len(texts)}
    looks = _looks(looked_at) if looked_at else {}
    return {each: seen._replace(**looks[each]) if each in looks else seen for each, (seen, _) in counted.items()}


def _counted(cells: pa.ChunkedArray) -> tuple[Seen, pa.Array]:
    counts = pc.value_counts(pc.utf8_trim(cells.combine_chunks().fill_null(""), WHITE_SPACE))
    texts, times = counts.field("values"), counts.field("counts")
    is_filled = pc.not_equal(texts, "")
    texts, times = texts.filter(is_filled), times.filter(is_filled)
    seen = Seen(rows=len(cells), filled=int(pc.sum(times).as_py() or 0), different=len(texts))
    if len(texts) <= MOST_WORDS:
        ordered = pc.sort_indices(times, sort_keys=[("", "descending")])
        seen = seen._replace(words=tuple(texts.take(ordered).to_pylist()))
    return seen, texts.slice(0, MOST_LOOKED_AT)


def _looks(texts: Mapping[str, pa.Array]) -> dict[str, dict[str, Any]]:
    names = [name for name, found in texts.items() for _ in range(len(found))]
    cells = pa.table({"column_name": names, "cell": pa.concat_arrays([each.cast(pa.string()) for each in texts.values()])})
    with duckdb.connect(":memory:", config={"temp_directory": ""}) as con:
        con.execute("set enable_external_access = false")
        con.register("cells", cells)
        found = con.sql(LOOKS)
        names = found.columns[1:]
        return {str(row[0]): dict(zip(names, map(float, row[1:]), strict=True)) for row in found.fetchall()}
