"""The windows that periods count in, put in order, and how many of something each of them holds.

A calendar is in order when a later window neither starts nor ends earlier: what lies in windows that follow one another is then
told by two numbers, that of the first such window and that of the first after them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

Days = np.ndarray[Any, np.dtype[np.datetime64]]
Numbers = np.ndarray[Any, np.dtype[np.integer[Any]]]
Amounts = np.ndarray[Any, np.dtype[np.floating[Any]]]


class Calendar(NamedTuple):
    """Windows in order, each once, by their first and last days; and which periods have them.

    `places` are the periods' places among those asked for, `numbers` that of each one's window, counted from nought.
    """

    starts: Days
    ends: Days
    places: Numbers
    numbers: Numbers

    def __len__(self) -> int:
        """How many windows there are."""
        return len(self.ends)


def calendars(starts: Days, ends: Days, frequencies: Numbers) -> Iterator[Calendar]:
    """The periods in as few calendars as can be: all at once, else by frequency, else each alone."""
    everything = np.arange(len(ends))
    for part in [everything] if _in_order(starts, ends) else [np.flatnonzero(frequencies == each) for each in set(frequencies)]:
        if _in_order(starts[part], ends[part]):
            yield calendar(starts, ends, part)
        else:
            yield from (calendar(starts, ends, part[[place]]) for place in range(len(part)))


def calendar(starts: Days, ends: Days, places: Numbers) -> Calendar:
    """The periods at these places, which are in order."""
    places = places[np.lexsort((starts[places], ends[places]))]
    starts, ends = starts[places], ends[places]
    is_new = np.ones(len(places), dtype=bool)
    is_new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Calendar(starts[is_new], ends[is_new], places, np.cumsum(is_new) - 1)


def _in_order(starts: Days, ends: Days) -> bool:
    in_turn = starts[np.lexsort((starts, ends))]
    return bool(np.all(in_turn[1:] >= in_turn[:-1]))


class Added(NamedTuple):
    """How many are added, row by row, in the windows from number `begins` until before number `ends`, of which group."""

    groups: Numbers
    begins: Numbers
    ends: Numbers
    many: Numbers


def held(added: Added, of: Calendar, groups: int) -> Numbers:
    """How many each window holds: an array of groups by windows."""
    width = len(of) + 1
    size, rows = groups * width, added.groups * width
    come = np.bincount(rows + added.begins, weights=added.many, minlength=size)
    gone = np.bincount(rows + added.ends, weights=added.many, minlength=size)
    grid: Numbers = np.cumsum((come - gone).reshape(groups, width), axis=1)[:, :-1].astype(np.int64)
    return grid


def numbered(rows: pa.Table) -> tuple[Numbers, pa.Table]:
    """Rows of text by what they say: for each row the number of its words among those that differ; and these, a row each."""
    texts = [each.combine_chunks().dictionary_encode(null_encoding="encode") for each in rows.columns]
    together = np.zeros(rows.num_rows, dtype=np.int64)
    for each in texts:
        together = together * max(len(each.dictionary), 1) + each.indices.to_numpy()
    _, first, numbers = np.unique(together, return_index=True, return_inverse=True)
    return numbers, rows.take(first)
