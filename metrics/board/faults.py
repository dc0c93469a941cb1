"""What is wrong with a `board.toml`, where in the file, and how to mend it: a sentence for each fault."""

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

KEYS: Final = ("id", "indicator", "name", "on")
"""By which of its values a table of several is known to whoever wrote it."""
SENTENCES: Final[dict[str, Callable[[Mapping[str, Any]], str]]] = {
    "missing": lambda _: "it is missing. Write it",
    "string_type": lambda _: "it has to be text in quotation marks",
    "string_too_short": lambda _: "it must not be empty",
    "string_pattern_mismatch": lambda told: (
        "it is not an address, as in name@example.org"
        if "@" in told["pattern"]
        else f"it is not written as it has to be (pattern {told['pattern']})"
    ),
    "bool_type": lambda _: "it has to be true or false",
    "bool_parsing": lambda _: "it has to be true or false",
    "int_type": lambda _: "it has to be a whole number",
    "int_parsing": lambda _: "it has to be a whole number",
    "int_from_float": lambda _: "it has to be a whole number",
    "float_type": lambda _: "it has to be a number",
    "float_parsing": lambda _: "it has to be a number",
    "greater_than_equal": lambda told: f"it has to be {told['ge']:g} or more",
    "less_than_equal": lambda told: f"it has to be {told['le']:g} or less",
    "literal_error": lambda told: f"it has to be one of {told['expected']}",
    "enum": lambda told: f"it has to be one of {told['expected']}",
    "tuple_type": lambda _: "it has to be a list in square brackets",
    "dict_type": lambda _: "it has to be a table of names with a reason for each",
    "model_type": lambda _: "it has to be a table of its own",
}
"""How a kind of fault is said, from what is told about it."""
A_DAY: Final = "it has to be a day, written without quotation marks: 2026-12-10"


def faults(problem: ValidationError, data: Mapping[str, Any], board: type[BaseModel]) -> str:
    """All faults of a board file that was read into `data`, as one text."""
    return "; ".join(dict.fromkeys(_fault(each, data, board) for each in problem.errors()))


def form_faults(problem: ValidationError, model: type[BaseModel], names: Mapping[str, str]) -> str:
    """All faults of one setting that was filled in, each with what the form calls its field."""
    found = [(str(each["loc"][0]) if each["loc"] else "", _said(each, model)) for each in problem.errors()]
    return "; ".join(f"{names.get(field, field).capitalize()}: {said}" if field else said for field, said in found)


def _fault(fault: ErrorDetails, data: Mapping[str, Any], board: type[BaseModel]) -> str:
    where = _where(fault["loc"], data)
    return f"{where}: {_said(fault, board)}" if where else _said(fault, board)


def _said(fault: ErrorDetails, board: type[BaseModel]) -> str:
    kind, told = fault["type"], fault.get("ctx", {})
    if kind == "value_error":
        return str(told["error"])
    if kind == "extra_forbidden":
        return _unknown(fault["loc"], board)
    if kind.startswith("date"):
        return A_DAY
    return SENTENCES[kind](told) if kind in SENTENCES else fault["msg"]


def _where(place: Sequence[int | str], data: Any) -> str:
    """`[[agencies]] 3 (police), due_days`: the table as the file writes it, which of several, and the line in it."""
    found: list[str] = []
    for each in place:
        if isinstance(each, int):
            data = data[each] if isinstance(data, list) and each < len(data) else None
            one_of = f"[[{found[-1]}]] {each + 1}{_known_by(data)}" if isinstance(data, dict) else ""
            found[-1] = one_of or f"{found[-1]}, the {_nth(each)}"
        else:
            data = data.get(each) if isinstance(data, dict) else None
            found.append(f"[{each}]" if isinstance(data, dict) else str(each))
    return ", ".join(found)


def _known_by(data: Mapping[str, Any]) -> str:
    known = next((data[each] for each in KEYS if each in data), None)
    return "" if known is None else f" ({known})"


def _nth(place: int) -> str:
    return {0: "1st", 1: "2nd", 2: "3rd"}.get(place, f"{place + 1}th")


def _unknown(place: Sequence[int | str], board: type[BaseModel]) -> str:
    """A name that is no setting, with the one that was probably meant."""
    known = list(_model_at(place[:-1], board).model_fields)
    meant = get_close_matches(str(place[-1]), known, 1)
    mend = f"Was {meant[0]} meant? " if meant else ""
    return f"there is no such setting. {mend}Known here: {', '.join(known)}"


def _model_at(place: Sequence[int | str], model: type[BaseModel]) -> type[BaseModel]:
    """The model that a place of the file is read into."""
    for each in place:
        if isinstance(each, str):
            model = _inside(model.model_fields[each].annotation)
    return model


def _inside(annotation: Any) -> type[BaseModel]:
    """The model in `Model`, `Model | None` or `tuple[Model, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(_inside(each) for each in annotation.__args__ if each is not Ellipsis and each is not type(None))
