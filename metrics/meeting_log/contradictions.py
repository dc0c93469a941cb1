"""Words that say other than the numbers beside them, or that were only carried forward: warnings for writer and reader."""

import re
from typing import Final

from metrics import words
from metrics.line import NEAR, OFF, Line
from metrics.meeting_log.commentary import Commentary, stands_on

CLAIMS: Final = {
    "better": r"improv(?:ed|es|ing|ement|ements)|(?:got|getting|gets) better|better than (?:before|last)",
    "worse": r"worsen(?:ed|s|ing)?|(?:got|getting|gets) worse|deteriorat(?:ed|es|ing|ion)|declin(?:ed|es|ing|e) in performance",
    "up": r"rose|risen|rising|increas(?:ed|es|ing|e)|went up|gone up|grew|grown",
    "down": r"fell|fallen|falling|decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|tion)|dropp(?:ed|ing)|went down|gone down",
    "steady": r"stable|steady|unchanged|no change|remains? the same|stayed the same",
    "on target": r"(?:is|are|was|were|now) on target|on track|(?:meets?|met|reached|exceed(?:s|ed)?) (?:the|our|its) target",
    "off target": r"off target|below target|misses the target|missed the target",
}
"""What words may claim, and how they say it."""
NOT: Final = re.compile(
    r"\b(?:not|no|never|nor|without|neither|yet to|aims? to|will|should|expect(?:ed)? to|hope to)\b[\w\s’']{0,24}$"
)
"""Before a claim: it is denied, or only intended."""


def warnings(written: Commentary, line: Line, before: Commentary | None = None) -> list[str]:
    """What a reader should know of a commentary beside its line: one sentence each, none when nothing is wrong."""
    claims = claimed(f"{written.what} {written.public}")
    return [*_against_change(claims, line), *_against_status(claims, line), *_stale(written, line, before)]


def claimed(text: str) -> set[str]:
    """What a text claims, leaving out what it denies or only intends."""
    found = set()
    for claim, pattern in CLAIMS.items():
        for match in re.finditer(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            if not NOT.search(text[: match.start()].lower()):
                found.add(claim)
    return found


def _against_change(claims: set[str], line: Line) -> list[str]:
    direction, said = line.change.direction, words.change(line.change.direction)
    moved = _way(line)
    denied = {
        "better": direction != "improved",
        "worse": direction != "worsened",
        "up": direction not in {"rose", "improved", "worsened"} or moved < 0,
        "down": direction not in {"fell", "improved", "worsened"} or moved > 0,
        "steady": direction in {"improved", "worsened", "rose", "fell"},
    }
    spoken = {"better": "better", "worse": "worse", "up": "a rise", "down": "a fall", "steady": "no change"}
    return [
        f"The words speak of {spoken[claim]}; the figure beside them: {said}."
        for claim, wrong in denied.items()
        if claim in claims and wrong
    ]


def _way(line: Line) -> float:
    now, then = line.figure.value, line.before.value if line.before else None
    return 0.0 if now is None or then is None else now - then


def _against_status(claims: set[str], line: Line) -> list[str]:
    mark, said = line.status.mark, words.status(line.status.mark)
    if "on target" in claims and mark in {*OFF, *NEAR, "cannot_tell", "no_target", "monitor"}:
        return [f"The words say that it is on target; the status beside them: {said}."]
    if "off target" in claims and mark == "green":
        return [f"The words say that it is off target; the status beside them: {said}."]
    return []


def _stale(written: Commentary, line: Line, before: Commentary | None) -> list[str]:
    found, stands = [], stands_on(line)
    if before is not None and written.what.strip() and written.said == before.said:
        found.append(f"These are the words of the meeting of {words.day(before.meeting)}, carried forward unchanged.")
    if written.beside != stands:
        was = f"{written.beside.figure}, {written.beside.status}, {written.beside.change}"
        found.append(f"The line has changed since the words were written: they stood beside {was}.")
    if written.by_when is not None and written.by_when <= line.figure.last_day:
        found.append(f"What was to be done by {words.day(written.by_when)} is past: say what came of it.")
    return found
