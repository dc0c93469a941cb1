"""The minutes as plain text, to be pasted into others."""

from collections.abc import Iterator

from metrics.minutes.content import Minutes
from metrics.minutes.sections import Section, Table, opening, sections, title


def as_text(minutes: Minutes) -> str:
    """Headings, sentences and points, a blank line between them; a row of a table as its cells under its first one."""
    blocks = [title(minutes), *opening(minutes)]
    for each in sections(minutes):
        blocks += _blocks(each, 0)
    return "\n\n".join(blocks) + "\n"


def _blocks(section: Section, depth: int) -> Iterator[str]:
    rule = "=-"[min(depth, 1)] * len(section.heading)
    yield f"{section.heading}\n{rule}"
    yield from section.said
    if section.points:
        yield "\n".join(f"- {each}" for each in section.points)
    if section.table:
        yield from _rows(section.table)
    for each in section.parts:
        yield from _blocks(each, depth + 1)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        named = zip(table.heads[1:], row[1:], strict=True)
        yield "\n".join([row[0], *(f"  {head}: {_hanging(cell)}" for head, cell in named)])


def _hanging(cell: str) -> str:
    """The lines of a cell, those after the first further in."""
    return cell.replace("\n", "\n    ")
