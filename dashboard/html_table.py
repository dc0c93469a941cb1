"""Tables as HTML: real captions, headings and scopes, everything escaped; a wide one scrolls by itself, not the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Cell:
    """A cell. `look` names a style; `mark` is a shape for the eye only; `note` a second, smaller line; `bar` draws a length."""

    text: str = ""
    look: str = ""
    mark: str = ""
    note: str = ""
    link: str = ""
    bar: float | None = None


Row = Sequence[Cell | str]


def html_table(caption: str, headings: Row, rows: Sequence[Row], *, look: str = "", hide_caption: bool = False) -> str:
    """A table whose first column heads each row."""
    hidden = ' class="only-read"' if hide_caption else ""
    heads = "".join(_cell(each, "th", "col") for each in headings)
    labels = [each if isinstance(each, str) else each.text for each in headings]
    body = "".join(_row(each, labels) for each in rows)
    return (
        f'<div class="wide-table" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f'<table class="plain-table {escape(look)}"><caption{hidden}>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def html_pairs(pairs: Sequence[tuple[str, str]]) -> str:
    """Names and what is said of each, as a description list."""
    inside = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in pairs)
    return f'<dl class="pairs">{inside}</dl>'


def folded(summary: str, html: str, *, long: bool = False) -> str:
    """Something to be opened by those who want it; printed with the page unless it is long."""
    look = "entry long" if long else "entry"
    return f'<details class="{look}"><summary>{escape(summary)}</summary><div class="inside">{html}</div></details>'


def kept(row: Row, shows: Sequence[bool]) -> Row:
    """The cells of the columns that have something to say."""
    return [cell for cell, shown in zip(row, shows, strict=True) if shown]


def _row(row: Row, labels: Sequence[str]) -> str:
    """A row; each cell says its heading too, for screens too narrow to stand the columns side by side.

    A row of a single cell heads the rows under it, over all columns.
    """
    first, *rest = row
    if not rest and len(labels) > 1:
        head = _cell(first, "th", "colgroup").replace("<th", f'<th colspan="{len(labels)}"', 1)
        return f'<tr class="group">{head}</tr>'
    cells = "".join(_cell(each, "td", label=label) for each, label in zip(rest, labels[1:], strict=True))
    return f"<tr>{_cell(first, 'th', 'row')}{cells}</tr>"


def _cell(cell: Cell | str, tag: str, scope: str = "", label: str = "") -> str:
    each = Cell(cell) if isinstance(cell, str) else cell
    head = f' scope="{scope}"' if scope else f' data-label="{escape(label)}"'
    look = f' class="{escape(each.look)}"' if each.look else ""
    if each.bar is not None:
        return f'<{tag} class="bar"><span style="width:{each.bar:.1f}%"></span></{tag}>'
    mark = f'<span class="mark" aria-hidden="true">{escape(each.mark)}</span> ' if each.mark else ""
    text = f'<a href="{escape(each.link)}" target="_self">{escape(each.text)}</a>' if each.link else escape(each.text)
    note = f'<span class="note">{escape(each.note)}</span>' if each.note else ""
    inside = f"<div>{mark}{text}{note}</div>" if each.text else ""
    return f"<{tag}{head}{look}>{inside}</{tag}>"
