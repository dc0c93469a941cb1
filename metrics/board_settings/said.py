"""How a setting and its value are said: in the history, on the page, on the command line."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import BaseModel

from metrics import words
from metrics.board import Board, TwoYears
from metrics.board_settings.names import FIELDS, KEYS, NAMED, name_of

SINGLE = {
    "name": "Name of the partnership",
    "area": "Area",
    "clock": "Clock",
    "mail": "Mail",
    "status": "Rule of status",
    "settings": "Rules",
    "small_numbers": "Small numbers",
    "store": "What the store keeps",
}
"""The settings of which a board has one, in the order of the file."""
LISTED = ("meetings", "running_order", "agencies", "targets", "overrides", "priorities", "annotations", "questions")
"""The settings of which a board has several."""


def parts_of(board: Board) -> dict[str, tuple[str, Any]]:
    """A board's settings by place (`agencies.police`, `clock`), each with what it is called and its value."""
    single = {place: (called, getattr(board, place)) for place, called in SINGLE.items()}
    return single | {place: found for part in LISTED for place, found in _items(board, part)}


def _items(board: Board, part: str) -> Iterator[tuple[str, tuple[str, Any]]]:
    seen: dict[str, int] = {}
    for item in getattr(board, part):
        key, called = KEYS[part](item)
        seen[key] = seen.get(key, 0) + 1
        yield f"{part}.{key}" + (f" ({seen[key]})" if seen[key] > 1 else ""), (called, item)


def fields_of(value: BaseModel) -> Mapping[str, Any]:
    """The fields of a setting that may differ, with their values."""
    return {name: getattr(value, name) for name in type(value).model_fields}


def field_called(name: str) -> str:
    return FIELDS.get(name, name.replace("_", " "))


def said(value: object, field: str = "") -> str:
    """A value in words; empty where nothing is set."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        between = "; " if any(isinstance(each, BaseModel) for each in value) else ", "
        return between.join(said(each, field) for each in value)
    for kind, say in SAYS:
        if isinstance(value, kind):
            return say(value)
    return name_of(field, str(value)) if field in NAMED else str(value)


def summary(value: BaseModel) -> str:
    """A whole setting in one line: its fields that are not left as they come. A target is called by its indicator already."""
    fields = type(value).model_fields
    chosen = {
        name: said(each, name)
        for name, each in fields_of(value).items()
        if name != "indicator" and (fields[name].is_required() or each != fields[name].default)
    }
    return ", ".join(f"{field_called(name)}: {each}" for name, each in chosen.items() if each)


SAYS: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (bool, lambda value: "yes" if value else "no"),
    (TwoYears, lambda value: value.words),
    (date, words.day),
    (float, lambda value: f"{value:g}"),
    (BaseModel, summary),
    (dict, lambda value: "; ".join(f"{name_of('sends', each)}: {why}" for each, why in value.items())),
)
"""How a value of a kind is said."""


def settings_in_words(board: Board) -> list[tuple[str, str, str]]:
    """Every setting with its place, what it is called, and its value in words; those that are not set are left out."""
    found = [row for place, (called, value) in parts_of(board).items() for row in _rows(place, called, value)]
    return [row for row in found if row[2]]


def _rows(place: str, called: str, value: Any) -> Iterator[tuple[str, str, str]]:
    if not isinstance(value, BaseModel):
        yield place, called, said(value)
        return
    for name, each in fields_of(value).items():
        yield f"{place}.{name}", f"{called}: {field_called(name)}", said(each, name)
