"""Changing a board's settings: one by one as a form does, or all of them by a file. Who, when, why, old and new are kept.

Two people may have a form open: who saves says what they saw of that setting, and is told when it has become another.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

import duckdb
from pydantic import BaseModel, ValidationError

from metrics.board import Board, board_of, read_board
from metrics.board.faults import form_faults
from metrics.board_settings.changes import Change, changes_between
from metrics.board_settings.file import board_toml
from metrics.board_settings.names import FIELDS, KEYS
from metrics.board_settings.staying import refuse_loss
from metrics.board_settings.versions import BoardVersion, SetBy, history_on, keep_board, newest_version
from metrics.meeting_log.free_text import checked, role_of
from metrics.store import Store

Setting = TypeVar("Setting", bound=BaseModel)
NOTHING = "Nothing is different from what is set already, so nothing has been kept."


class Edit(NamedTuple):
    """A setting (`agencies.police`, `clock`) as somebody saw it and as they want it. None: there was none, or is to be none."""

    place: str
    begun: Any
    new: Any


class SettingOvertaken(Exception):
    """Somebody else has changed the same setting since. Nothing has been kept; `theirs` is how it stands now."""

    def __init__(self, place: str, theirs: Any, last: BoardVersion) -> None:
        self.place, self.theirs = place, theirs
        super().__init__(
            f"{last.set_by or 'Somebody'} changed this setting while you were writing. Yours is still in the form: "
            "look at what they set, bring both together, and save again."
        )


def setting_of(model: type[Setting], values: Mapping[str, Any]) -> Setting:
    """A setting from what a form holds. Raises ValueError with a sentence for each fault, by the name of the field."""
    try:
        return model.model_validate(dict(values))
    except ValidationError as problem:
        raise ValueError(f"{form_faults(problem, model, FIELDS)}.") from problem


def value_at(board: Board, place: str) -> Any:
    """A setting by its place; None where one of several is not there."""
    part, _, key = place.partition(".")
    value = getattr(board, part)
    return next((each for each in value if KEYS[part](each)[0] == key), None) if key else value


def with_edits(board: Board, edits: Iterable[Edit]) -> Board:
    """The board as it would be. Raises ValueError where its settings would not agree with each other."""
    data = dict(board)
    for each in edits:
        part, _, key = each.place.partition(".")
        data[part] = _with_item(data[part], part, key, each.new) if key else each.new
    return board_of(data)


def _with_item(items: tuple[Any, ...], part: str, key: str, new: Any) -> tuple[Any, ...]:
    """A list with one of it replaced where it stands, added at the end, or taken out."""
    place = next((place for place, each in enumerate(items) if KEYS[part](each)[0] == key), len(items))
    return (*items[:place], *([] if new is None else [new]), *items[place + 1 :])


def keep_edits(store: Store, edits: Iterable[Edit], said: SetBy) -> tuple[Change, ...]:
    """Keep settings as a form holds them, all or none. Returns what was changed.

    Raises SettingOvertaken when one of them has become another since, ValueError for what cannot be kept.
    """
    asked = tuple(edits)
    with store.transaction() as cursor:
        board = Store.board_on(cursor)
        for each in asked:
            theirs = value_at(board, each.place)
            if theirs != each.begun:
                raise SettingOvertaken(each.place, theirs, history_on(cursor)[0])
        return _keep(cursor, board, with_edits(board, asked), said)


def keep_file(store: Store, text: str, said: SetBy, *, seen: int | None = None) -> tuple[Change, ...]:
    """Keep a whole `board.toml` in place of the settings. Returns what was changed.

    `seen`: the version whose differences were looked at. Raises ValueError when another has been set since.
    """
    after = read_board(text)
    with store.transaction() as cursor:
        if seen is not None and newest_version(cursor) != seen:
            last = history_on(cursor)[0]
            raise ValueError(
                f"{last.set_by or 'Somebody'} changed the settings while you were looking at the file. Nothing of it has been "
                "kept: look again at what it would change."
            )
        return _keep(cursor, Store.board_on(cursor), after, said)


def would_change(store: Store, after: Board) -> tuple[Change, ...]:
    """What would be changed. Raises ValueError where it could not be kept."""
    with store.cursor() as cursor:
        before = Store.board_on(cursor)
        refuse_loss(cursor, before, after)
    return changes_between(before, after)


def history(store: Store) -> tuple[BoardVersion, ...]:
    """Every version of the settings with what it changed, the newest first."""
    with store.cursor() as cursor:
        return history_on(cursor)


def _keep(cursor: duckdb.DuckDBPyConnection, before: Board, after: Board, said: SetBy) -> tuple[Change, ...]:
    by, because = role_of(said.by), checked("The reason", said.because)
    found = changes_between(before, after)
    if not found:
        raise ValueError(NOTHING)
    refuse_loss(cursor, before, after)
    keep_board(cursor, board_toml(after), SetBy(by, because, said.at))
    return found
