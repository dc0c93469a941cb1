"""Tables as HTML: real captions, headings and scopes, everything escaped; a wide one scrolls by itself, not the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Cell:
    """One cell. `mark` is a shape before the words, for the eye only; `look` names a style; `note` a second, smaller line."""

    text: str
    look: str = ""
    mark: str = ""
    note: str = ""
    link: str = ""


Row = Sequence[Cell | str]


def html_table(caption: str, headings: Row, rows: Sequence[Row], *, look: str = "", hide_caption: bool = False) -> str:
    """A table whose first column heads each row."""
    hidden = ' class="only-read"' if hide_caption else ""
    heads = "".join(_cell(each, "th", "col") for each in headings)
    body = "".join(_row(each) for each in rows)
    return (
        f'<div class="wide-table" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="plain-table {escape(look)}"><caption{hidden}>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def html_pairs(pairs: Sequence[tuple[str, str]]) -> str:
    """Names and what is said of each, as a description list."""
    inside = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in pairs)
    return f'<dl class="pairs">{inside}</dl>'


def _row(row: Row) -> str:
    first, *rest = row
    return f"<tr>{_cell(first, 'th', 'row')}{''.join(_cell(each, 'td') for each in rest)}</tr>"


def _cell(cell: Cell | str, tag: str, scope: str = "") -> str:
    each = Cell(cell) if isinstance(cell, str) else cell
    head = f' scope="{scope}"' if scope else ""
    look = f' class="{escape(each.look)}"' if each.look else ""
    mark = f'<span class="mark" aria-hidden="true">{escape(each.mark)}</span> ' if each.mark else ""
    text = f'<a href="{escape(each.link)}">{escape(each.text)}</a>' if each.link else escape(each.text)
    note = f'<span class="note">{escape(each.note)}</span>' if each.note else ""
    return f"<{tag}{head}{look}>{mark}{text}{note}</{tag}>"
