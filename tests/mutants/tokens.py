"""SQL as a list of tokens, each with its place: enough to change one, and to see which clause it stands in."""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""
    (?P<nothing>\s+|--[^\n]*|/\*.*?\*/)
    |(?P<text>'(?:[^']|'')*')
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<word>[a-z_]\w*)
    |(?P<sign><>|<=|>=|!=|::|\|\||.)
    """,
    re.DOTALL | re.VERBOSE,
)
CLAUSES = frozenset({"select", "from", "where", "on", "by", "having", "qualify", "join"})
ENDS = CLAUSES | {"group", "order", "window", "union", "left", "inner", "cross", "asof", "limit", "rows"}


class Token(NamedTuple):
    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def tokens_of(sql: str) -> list[Token]:
    found = [Token(each.lastgroup or "", each.group(), each.start()) for each in TOKEN.finditer(sql)]
    return [each for each in found if each.kind != "nothing"]


def clause_of(tokens: list[Token], at: int) -> str:
    """The clause that a token stands in, or "(" when it stands in brackets of a call."""
    depth = 0
    for each in reversed(tokens[:at]):
        depth += (each.text == ")") - (each.text == "(")
        if depth < 0:
            return "("
        if depth == 0 and each.text in CLAUSES:
            return each.text
    return ""


def beginning_of(tokens: list[Token], at: int) -> int:
    """Where the item of the select list begins that ends at this place."""
    depth = 0
    for place in range(at - 1, -1, -1):
        text = tokens[place].text
        depth += (text == ")") - (text == "(")
        if depth == 0 and text in {",", "select", "distinct"}:
            return place + 1
    return 0


def conditions(tokens: list[Token], at: int) -> list[tuple[int, int]]:
    """The conditions, joined by `and`, of the clause that the keyword at this place begins: (first, last) tokens of each."""
    parts: list[tuple[int, int]] = []
    first, depth, between = at + 1, 0, False
    for place in range(at + 1, len(tokens) + 1):
        text = tokens[place].text if place < len(tokens) else ""
        depth += (text in {"(", "case"}) - (text in {")", "end"})
        if depth == 0 and text == "or":
            between = True  # `a and b or c` is one condition
        if place == len(tokens) or depth < 0 or (depth == 0 and text in ENDS):
            return [*parts, (first, place - 1)] if place > first else parts
        if depth == 0 and text == "and" and not between:
            parts.append((first, place - 1))
            first = place + 1
        elif depth == 0 and text in {"and", "between"}:
            between = text == "between"
    return parts


def argument_ends(tokens: list[Token], at: int) -> list[int]:
    """For the bracket at this place: where its arguments end, as places of its commas and of its closing bracket."""
    ends, depth = [], 0
    for place in range(at, len(tokens)):
        text = tokens[place].text
        depth += (text == "(") - (text == ")")
        if depth == 0 or (depth == 1 and text == ","):
            ends.append(place)
        if depth == 0:
            return ends
    return ends
