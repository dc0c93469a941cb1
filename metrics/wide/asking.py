"""How a sheet's open questions are put on the command line: in lines, and in a file to fill in."""

from pathlib import Path
from typing import Any

from metrics import words
from metrics.catalogue import read_catalogue
from metrics.wide.meanings import Meanings
from metrics.wide.proposal import Proposal, Question

MOST_SHOWN = 20
KINDS = {"names": "row", "words": "word", "columns": "column"}


def mapping_path(sheet: Path) -> Path:
    """Where the file to fill in is written: beside the sheet."""
    return sheet.with_name(f"{sheet.stem}.mapping.toml")


def write_to_fill_in(path: Path, proposal: Proposal, given: Meanings) -> bool:
    """Write the file to fill in. One that was begun and not sent along is not written over: False."""
    if path.exists() and not given.said():
        return False
    path.write_text(proposal.to_fill_in(given), encoding="utf-8")
    return True


def in_lines(proposal: Proposal, path: Path, *, written: bool) -> str:
    """What is still to be confirmed, and how."""
    found = proposal.open
    lines = [f"Still to be confirmed: {words.count_of(len(found), 'name or word', 'names and words')} of this sheet."]
    lines += [f"  {KINDS[each.kind]} {each.written!r}: {_meant(each)}" for each in found[:MOST_SHOWN]]
    if len(found) > MOST_SHOWN:
        lines.append(f"  ... and {len(found) - MOST_SHOWN:,} more.")
    file = f"Written to {path}" if written else f"There is already a file {path}, which was left as it is"
    lines.append(f"{file}. Fill it in, then send the sheet again with: --mapping {path}")
    return "\n".join(lines)


def as_data(proposal: Proposal, sentence: str, path: Path) -> dict[str, Any]:
    """The same for a script."""
    questions = [each.model_dump(mode="json") for each in proposal.open]
    return {"status": "unconfirmed", "sentence": sentence, "mapping": str(path), "questions": questions}


def _meant(question: Question) -> str:
    if not question.means:
        return "not known"
    indicator = read_catalogue().get(question.means)
    return f"most probably {indicator.title if indicator else question.means}"
