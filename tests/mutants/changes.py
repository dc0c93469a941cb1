"""Every change of one token of a query that an analyst could make by mistake."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tests.mutants.tokens import Token, argument_ends, beginning_of, clause_of, conditions, tokens_of

Columns = Callable[[str], dict[str, str]]
"""The columns of a table with their types; none for a name that is not a table."""

INSTEAD = {
    ">": [">=", "<"],
    ">=": [">", "<"],
    "<": ["<=", ">"],
    "<=": ["<", ">"],
    "=": ["<>"],
    "<>": ["="],
    "+": ["-"],
    "-": ["+"],
    "/": ["*"],
    "*": ["/"],
    "distinct": [""],
    "exists": ["not exists"],
}
PAIRS = [
    *(("and", "or"), ("true", "false"), ("min", "max"), ("bool_or", "bool_and"), ("greatest", "least"), ("lag", "lead")),
    *(("first", "last"), ("preceding", "following"), ("asc", "desc"), ("month", "year"), ("months", "years"), ("day", "month")),
    *(("days", "months"), ("hours", "days"), ("left", "inner"), ("any", "all"), ("count", "sum"), ("in", "not in")),
]


class Change(NamedTuple):
    start: int
    end: int
    old: str
    new: str

    def applied(self, sql: str) -> str:
        return sql[: self.start] + self.new + sql[self.end :]


def changes(sql: str, columns: Columns) -> list[Change]:
    """Every change, in the order of the text; each makes another query.

    What a case is and whom it is about (`... as case_id`, `x.child_id,`, `hash(...)`) stays, as does the order of rows at the
    end: figures do not show them, and `tests/test_catalogue.py` sees that every case has a name of its own.
    """
    tokens = tokens_of(sql)
    unseen = list(_names_and_order(tokens))
    found = [
        *(each for place in range(len(tokens)) for each in _of_a_token(tokens, place)),
        *_conditions_dropped(sql, tokens),
        *_defaults_dropped(sql, tokens),
        *_columns_swapped(sql, tokens, columns),
    ]
    seen = [each for each in found if not any(first <= each.start < last for first, last in unseen)]
    by_text = {each.applied(sql): each for each in sorted(seen)}
    return [each for text, each in by_text.items() if text.split() != sql.split()]


def _names_and_order(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    for place, each in enumerate(tokens):
        if each.text == "case_id" and tokens[place - 1].text == "as":
            yield tokens[beginning_of(tokens, place)].start, each.start
        if each.text == "hash":
            yield each.start, tokens[argument_ends(tokens, place + 1)[-1]].end
        if each.text == "order" and not sum((before.text == "(") - (before.text == ")") for before in tokens[:place]):
            yield each.start, tokens[-1].end


def _of_a_token(tokens: list[Token], place: int) -> Iterator[Change]:
    each = tokens[place]
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if before in {".", "as"}:
        return
    for new in _instead(each, before, after):
        yield Change(each.start, each.end, each.text, new)


def _instead(each: Token, before: str, after: str) -> list[str]:
    if each.kind == "number":
        value = int(each.text) if each.text.isdigit() else float(each.text)
        return [str(value + 1), str(value - 1)]
    if each.kind == "text":
        return _texts(each.text)
    if each.text == "is":
        return [] if after == "not" else ["is not"]
    if each.text == "not":
        return [""]
    if each.text in {"in", "exists"} and before == "not":
        return []
    if each.text in {"left", "inner"} and after != "join":
        return []
    paired = [second for first, second in [*PAIRS, *(pair[::-1] for pair in PAIRS)] if each.text == first]
    return [*INSTEAD.get(each.text, []), *paired]


def _texts(text: str) -> list[str]:
    if not re.fullmatch(r"'\d{4}-\d\d-\d\d'", text):
        return [f"{text[:-1]} changed'"]
    day = date.fromisoformat(text[1:-1])
    days = [day - timedelta(days=1), *([day + timedelta(days=1)] if day < date.max else [])]
    return [f"'{each.isoformat()}'" for each in days]


def _conditions_dropped(sql: str, tokens: list[Token]) -> Iterator[Change]:
    for place, each in enumerate(tokens):
        if each.text in {"where", "on", "having", "qualify"} and tokens[place - 1].text not in {".", "as"}:
            for first, last in conditions(tokens, place):
                start, end = tokens[first].start, tokens[last].end
                yield Change(start, end, sql[start:end], "true")


def _defaults_dropped(sql: str, tokens: list[Token]) -> Iterator[Change]:
    """`coalesce(a, b)` becomes `(a)`."""
    for place, each in enumerate(tokens):
        if each.text == "coalesce" and tokens[place + 1].text == "(":
            ends = argument_ends(tokens, place + 1)
            start, end = each.start, tokens[ends[-1]].end
            first = sql[tokens[place + 1].start : tokens[ends[0]].start]
            yield Change(start, end, sql[start:end], f"{first})")


def _columns_swapped(sql: str, tokens: list[Token], columns: Columns) -> Iterator[Change]:
    """A column becomes the nearest one of its kind beside it."""
    tables = {alias: name for name, alias in re.findall(r"\b(?:from|join)\s+(\w+)\s+as\s+(\w+)", sql)}
    for place in range(2, len(tokens)):
        if tokens[place - 1].text != "." or tokens[place].kind != "word":
            continue
        alias, each = tokens[place - 2].text, tokens[place]
        output = _is_an_output(tokens, place)
        if output and each.text.endswith("_id"):
            continue
        known = columns(tables.get(alias, "")) or _used(tokens, alias)
        for new in _beside(known, each.text):
            yield Change(each.start, each.end, each.text, f"{new} as {each.text}" if output else new)


def _is_an_output(tokens: list[Token], place: int) -> bool:
    """Whether `alias.column` at this place is a column of the select list under its own name."""
    before = tokens[place - 3].text if place >= 3 else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ","
    listed = before in {"select", "distinct", ","} and after in {",", "from"}
    return listed and clause_of(tokens, place) == "select"


def _used(tokens: list[Token], alias: str) -> dict[str, str]:
    """The columns of a common table expression, as far as the query uses them."""
    places = [at for at in range(2, len(tokens)) if tokens[at - 1].text == "." and tokens[at - 2].text == alias]
    return dict.fromkeys((tokens[at].text for at in places), "unknown")


def _beside(known: dict[str, str], name: str) -> list[str]:
    alike = [each for each, kind in known.items() if kind == known.get(name)]
    if name not in alike or len(alike) < 2:
        return []
    at = alike.index(name)
    return [alike[at + 1] if at + 1 < len(alike) else alike[at - 1]]
