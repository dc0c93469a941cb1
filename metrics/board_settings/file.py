"""A board's settings as a `board.toml`. Reading what was written gives the same settings; comments are not kept."""

from enum import Enum
from typing import Any

import tomli_w

from metrics.board import Board
from metrics.judge.status import MEASURED

HEAD = "# The settings of the board, as the scorecard holds them. Comments of a file that was read in are not kept.\n"
WRITTEN_OUT = ("clock", "settings", "small_numbers")
"""Settings whose every value is written, so that whoever reads the file sees what was chosen."""


def board_toml(board: Board) -> str:
    """The text of a `board.toml`. What is left as it comes is left out, but for the rules and the clock."""
    text = tomli_w.dumps(_plain({**_data(board)}))
    return f"{HEAD}{text}"


def _data(board: Board) -> dict[str, Any]:
    data = board.model_dump(exclude_defaults=True)
    data |= {each: getattr(board, each).model_dump() for each in WRITTEN_OUT}
    rule = board.status
    data["status"] = {"rule": rule.rule, "four_colours": rule.four_colours}
    if rule.rule in MEASURED:
        data["status"]["amber"] = rule.amber
    if rule.rule == "beyond_chance":
        del data["status"]["four_colours"]
    return {name: data[name] for name in type(board).model_fields if name in data}


def _plain(value: Any) -> Any:
    """As TOML can hold it."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value
