"""What differs between two versions of a board's settings: the place, what that is called, the old value and the new."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from metrics.board import Board
from metrics.board_settings.said import LISTED, field_called, fields_of, parts_of, said
from metrics.frozen import Frozen


class Change(Frozen):
    """One setting that was changed. `place` is where it stands in the file; `old` or `new` is empty where there is none."""

    place: str
    what: str
    old: str
    new: str


def changes_between(before: Board, after: Board) -> tuple[Change, ...]:
    """Every difference, in the order of the file; none exactly where the two are the same."""
    was, is_now = parts_of(before), parts_of(after)
    places = dict.fromkeys([*was, *is_now])
    changed = [change for place in places for change in _of_place(place, was.get(place), is_now.get(place))]
    moved = [change for part in LISTED for change in _reordered(part, list(was), list(is_now))]
    return (*changed, *moved)


Part = tuple[str, Any]


def _of_place(place: str, was: Part | None, is_now: Part | None) -> Iterator[Change]:
    called = (is_now or was or ("", None))[0]
    old, new = (each[1] if each else None for each in (was, is_now))
    if isinstance(old, BaseModel) and isinstance(new, BaseModel):
        fields = fields_of(new)
        for name, before in fields_of(old).items():
            if before != fields[name]:
                yield _of_field(f"{place}.{name}", f"{called}: {field_called(name)}", (before, fields[name]), name)
    elif old != new:
        yield Change(place=place, what=called, old=said(old), new=said(new))


def _of_field(place: str, what: str, pair: tuple[Any, Any], name: str) -> Change:
    """A field's old and new value; of long lists only what was taken out and what was added."""
    old, new = pair
    if isinstance(old, tuple) and isinstance(new, tuple) and all(isinstance(each, str) for each in (*old, *new)):
        gone, come = (tuple(each for each in one if each not in other) for one, other in ((old, new), (new, old)))
        if old and new and (gone or come):
            taken, added = said(gone, name), said(come, name)
            return Change(place=place, what=f"{what}, taken out and added", old=taken, new=added)
    return Change(place=place, what=what, old=said(old, name), new=said(new, name))


def _reordered(part: str, was: Sequence[str], is_now: Sequence[str]) -> Iterator[Change]:
    """Those of a list that stand in both, where they stand in another order."""
    stay = [each for each in was if each.startswith(f"{part}.") and each in is_now]
    moved = [each for each in is_now if each in stay]
    if stay != moved:
        old, new = (", ".join(each.removeprefix(f"{part}.") for each in one) for one in (stay, moved))
        yield Change(place=part, what=f"Order of the {part.replace('_', ' ')}", old=old, new=new)
