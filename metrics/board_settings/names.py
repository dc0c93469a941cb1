"""What the settings are called on the screen, and by what each of several is known."""

from collections.abc import Callable
from typing import Any, Final

from metrics import words
from metrics.catalogue import read_catalogue, theme_titles
from metrics.datasets import contracts

FIELDS: Final = {
    "id": "short name",
    "child_level": "records of children",
    "name": "name",
    "role": "role",
    "sends": "what it sends",
    "returns": "figures that it returns",
    "lead": "data lead",
    "contact": "e-mail of the data lead",
    "deputy": "deputy",
    "deputy_contact": "e-mail of the deputy",
    "due_days": "days after a period that were agreed with it",
    "not_recorded": "what it does not record, and why",
    "indicator": "indicator",
    "target": "target",
    "agreed_by": "agreed by",
    "agreed_on": "agreed on",
    "because": "why",
    "until": "holds until",
    "benchmark_year": "on the published figures of",
    "neighbour_model": "list of neighbours",
    "neighbour_models": "lists of neighbours",
    "model": "list",
    "used_from": "used from",
    "baseline": "improvement counts from",
    "status": "rule of its own",
    "rule": "rule",
    "amber": "amber while missed by no more than",
    "four_colours": "four colours",
    "clear_days": "clear days before the meeting",
    "sign_off_days": "working days from sign-off to the papers",
    "data_days": "working days from data due to sign-off",
    "ready_days": "days that the data of a period needs",
    "two_years": "when a plan has lasted two years",
    "neighbour_average": "figure of the neighbours",
    "code": "code of the local authority",
    "region_code": "code of the region",
    "region_name": "region",
    "indicators": "indicators",
    "themes": "themes",
    "period": "period",
    "mark": "mark",
    "by": "by",
    "on": "on",
    "event": "what happened",
    "text": "words",
    "when": "asked when",
    "about": "kind",
    "ask": "question",
    "better": "polarity",
    "owners": "owners",
    "other": "indicator beside it",
    "off": "left out",
    "agency": "agency",
    "minutes": "minutes",
    "meeting": "meeting",
    "hide_to": "hidden from 1 up to",
    "on_screen": "hidden on the board's own pages",
    "server": "mail server",
    "sender": "sender",
    "port": "port",
    "user": "user",
    "encrypted": "encrypted",
}
"""A field of a setting -> what the screen calls it."""
NAMED: Final = frozenset({"sends", "returns", "indicators", "themes", "indicator", "other"})
"""Fields that hold ids of datasets, indicators or themes."""


def name_of(field: str, name: str) -> str:
    """The title behind an id; the id where there is none any more."""
    if field == "sends":
        found = contracts().get(name)
        return found.title if found else name
    if field == "themes":
        return theme_titles().get(name, name)
    known = read_catalogue().get(name)
    return known.title if known else name


def _mark(item: Any) -> tuple[str, str]:
    about = f"{name_of('indicator', item.indicator)}, {words.period(item.period)}"
    return f"{item.indicator} {item.period}", f"The board's own mark of {about}"


def _turn(item: Any) -> tuple[str, str]:
    of = f" on {words.day(item.meeting)}" if item.meeting else ""
    return " ".join(filter(None, (item.agency, item.meeting and item.meeting.isoformat()))), f"Turn of {item.agency}{of}"


KEYS: Final[dict[str, Callable[[Any], tuple[str, str]]]] = {
    "meetings": lambda item: (item.isoformat(), "Meeting"),
    "running_order": _turn,
    "agencies": lambda item: (item.id, item.name),
    "targets": lambda item: (item.indicator, f"Target of {name_of('indicator', item.indicator)}"),
    "overrides": _mark,
    "priorities": lambda item: (item.id, f"Priority {item.name}"),
    "annotations": lambda item: (f"{item.on.isoformat()} {item.event}", f"Annotation of {words.day(item.on)}"),
    "questions": lambda item: (item.id, f"Question {item.id}"),
}
"""Of each setting of which there are several: by what one is known, and what it is called."""
