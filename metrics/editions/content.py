"""What an edition says, as data: the scorecard's head, every line with its marks and words, by which versions it was made."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from metrics.catalogue import Indicator
from metrics.judge.series import RULE_SET
from metrics.line import Line, Scorecard
from metrics.working_days import bank_holidays

HEAD = {"board_name", "area_name", "period", "meeting", "headline", "values_in", "values_expected"}
NAMED = {"id", "title", "unit", "better", "version"}
"""What a line says of its indicator. The whole definition stands among the edition's texts."""
PARTS = {
    "the rules of judging": ("judge", "verdicts.py"),
    "the way of counting": (
        "measure.py",
        "counting",
        "standing.py",
        "coverage.py",
        "figures.py",
        "returns",
        "datasets",
    ),
    "the words": ("words.py",),
    "the making of lines": ("scorecard.py", "line.py", "on_target.py", "target_line.py"),
}
"""The parts of this program that a line depends on besides definitions and choices, which an edition keeps itself."""


def content_of(
    card: Scorecard, edition: Mapping[str, Any], made_by: Mapping[str, str], commentary: Mapping[str, Any]
) -> dict[str, Any]:
    """An edition's content: which edition it is, by what it was made, everything the scorecard says, the agencies' words."""
    return {
        "edition": dict(edition),
        "made_by": dict(made_by),
        "scorecard": card.model_dump(mode="json", include=HEAD),
        "lines": [_line(each) for each in card.lines],
        "commentary": dict(commentary),
    }


def card_from(content: Mapping[str, Any], catalogue: Mapping[str, Indicator]) -> Scorecard:
    """The scorecard that an edition shows, as pages read it."""
    frozen_at = content["edition"]["frozen_at"]
    said = [{key: each[key] for key in each if key in Line.model_fields} for each in content["lines"]]
    lines = [each | {"indicator": catalogue[each["indicator"]["id"]]} for each in said]
    return Scorecard.model_validate({**content["scorecard"], "made_at": frozen_at, "known_at": frozen_at, "lines": lines})


@cache
def made_by_now() -> dict[str, str]:
    """The version of the chart's rules, and a mark of each part of the program that lines depend on."""
    parts = {name: _mark_of(paths) for name, paths in PARTS.items()}
    days = hashlib.sha256(repr(sorted(bank_holidays())).encode()).hexdigest()[:16]
    return {"the rule set of charts": RULE_SET, "the bank holidays": days, **parts}


def _line(line: Line) -> dict[str, Any]:
    named = line.indicator.model_dump(mode="json", include=NAMED)
    return {**line.model_dump(mode="json", exclude={"indicator"}), "indicator": named, "footnote": line.footnote}


def _mark_of(paths: tuple[str, ...]) -> str:
    texts = [text for path in paths for text in _texts(files("metrics") / path)]
    return hashlib.sha256("".join(texts).encode()).hexdigest()[:16]


def _texts(place: Traversable) -> list[str]:
    if place.is_file():
        return [place.read_text(encoding="utf-8")]
    inside = sorted((each for each in place.iterdir() if each.name.endswith(".py")), key=lambda each: each.name)
    return [each.read_text(encoding="utf-8") for each in inside]
