"""The file in which people confirm what an extract of their own system is: the proposal, and what they made of it."""

import json
import tomllib
from collections.abc import Sequence

from metrics.datasets import Column, contract, contracts
from metrics.intake.own.codes import choices
from metrics.intake.own.mapping import JOINED, OwnMapping, needs_words
from metrics.intake.own.proposal import OwnProposal, summary
from metrics.submission import Refused
from metrics.wide.columns import NOT_READ

HEAD = f"""
Read each line, correct it, fill in what is empty, then send the extract with: scorecard submit FILE --mapping THIS_FILE
[columns]: on the left our columns, on the right your headings; empty where your file has none. Two of your headings can make
one of our columns: ["Date missing", "Time missing"].
[codes.COLUMN]: on the left your words, on the right our code, or "{NOT_READ}" for a word that says nothing.
Sending the extract with it confirms it for your agency. It is remembered, and not asked again while the
headings stay the same."""
UNREADABLE = "The mapping file cannot be read. Keep its lines as they were written, and fill in what is between the marks."


def is_of_records(text: str) -> bool:
    """Whether a mapping file is about an extract, and not about a sheet of figures."""
    try:
        return "dataset" in tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False


def to_fill_in(proposal: OwnProposal) -> str:
    """The file to fill in."""
    columns = {each.name: each for each in contract(proposal.dataset).columns()}
    lines = [*_remarks(f"{summary(proposal)}{HEAD}"), "", *_remarks(_which(proposal)), f'dataset = "{proposal.dataset}"']
    lines += ["", "[columns]"]
    for each in proposal.fields:
        column = columns[each.field]
        asks = f"{'Required. ' if column.required else ''}{column.description}"
        lines += ["", *_remarks(f"{asks}\n{each.why}."), f"{each.field} = {_value(each.headings)}"]
    for name in dict.fromkeys(each.field for each in proposal.words):
        means = "; ".join(f"{code}: {meaning}" for code, meaning in choices(columns[name]).items())
        lines += ["", *_remarks(f"What your words for {name} mean. {means}"), f"[codes.{name}]"]
        lines += [f"{_quoted(each.word)} = {_quoted(each.means)}" for each in proposal.words if each.field == name]
    if proposal.dropped:
        lines += ["", "# Not kept:", *(f"#   {_quoted(each.heading)}: {each.why}" for each in proposal.dropped)]
    return "\n".join(lines) + "\n"


def read_own_mapping(text: str, headings: Sequence[str]) -> OwnMapping:
    """What was filled in, for a table with these headings. Raises Refused with a sentence for what means nothing or is open."""
    try:
        found = tomllib.loads(text)
        dataset = str(found["dataset"])
        columns = {str(name): _headings(each) for name, each in found.get("columns", {}).items()}
        codes = {
            str(name): {str(word): str(means) for word, means in each.items()} for name, each in found.get("codes", {}).items()
        }
    except (tomllib.TOMLDecodeError, KeyError, AttributeError, TypeError):
        raise Refused(UNREADABLE) from None
    if dataset not in contracts():
        raise Refused(f"The mapping file names no dataset of ours. Write one of: {', '.join(contracts())}.")
    mapping = OwnMapping(dataset=dataset, columns={name: each for name, each in columns.items() if each}, codes=codes)
    hold_columns(mapping, headings)
    return _with_codes(mapping)


def hold_columns(mapping: OwnMapping, headings: Sequence[str]) -> None:
    """Raise Refused, with a sentence, for columns that are none of ours, headings that the file lacks, and what is required."""
    columns = {each.name: each for each in contract(mapping.dataset).columns()}
    for name, named in mapping.columns.items():
        if name not in columns:
            raise Refused(f"{mapping.dataset} has no column {name}. Its columns are: {', '.join(columns)}.")
        if gone := [each for each in named if each not in headings]:
            raise Refused(f"The file has no heading “{gone[0]}”, which is named for {name}. Correct the mapping.")
        if len(named) > (2 if columns[name].kind in JOINED else 1):
            raise Refused(f"{name} is said to be made of {len(named)} headings. Name one.")
    if lacking := mapping.lacks():
        raise Refused(
            f"Nothing is named for {', '.join(lacking)}, which {mapping.dataset} needs. Say which headings hold it, or ask for "
            "it to be added to the extract."
        )


def _with_codes(mapping: OwnMapping) -> OwnMapping:
    columns = {each.name: each for each in contract(mapping.dataset).columns()}
    codes: dict[str, dict[str, str]] = {}
    for name, said in mapping.codes.items():
        if name not in columns or not needs_words(columns[name]):
            raise Refused(f"{mapping.dataset} has no codes for {name}. Take [codes.{name}] out of the mapping.")
        if still := [word for word, means in said.items() if not means]:
            raise Refused(f"Still open under [codes.{name}]: “{still[0]}”. {_wanted(columns[name])}")
        codes[name] = {word: _code(columns[name], means) for word, means in said.items()}
    return mapping.model_copy(update={"codes": codes})


def _code(column: Column, means: str) -> str:
    known = {each.casefold(): each for each in (*choices(column), NOT_READ)}
    if means.strip().casefold() not in known:
        raise Refused(f"Under [codes.{column.name}] the mapping says {means!r}. {_wanted(column)}")
    return known[means.strip().casefold()]


def _wanted(column: Column) -> str:
    return f'Write one of {", ".join(choices(column))}, or "{NOT_READ}".'


def _which(proposal: OwnProposal) -> str:
    others = [each for each in proposal.likely[:4] if each != proposal.dataset]
    return "Which dataset it is." + (f" Others that are near: {', '.join(others)}." if others else "")


def _headings(value: object) -> tuple[str, ...]:
    named = value if isinstance(value, list) else [value]
    return tuple(str(each) for each in named if str(each).strip())


def _remarks(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]


def _value(headings: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, headings))}]" if len(headings) > 1 else _quoted("".join(headings))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
