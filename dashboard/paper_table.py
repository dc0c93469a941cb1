"""The scorecard in the columns of a published performance report, for those who compare it with the paper of last year."""

from html import escape
from itertools import groupby

from dashboard.html_table import Cell, Row, html_table
from dashboard.links import address_of
from metrics import words
from metrics.catalogue import JOURNEY
from metrics.line import Scorecard
from metrics.paper import HEADINGS, PaperRow, paper_rows

NOTE = (
    "The columns are those of the paper. DOT, the direction of travel, says that a figure is improving or worsening only where "
    "the difference from the year before is beyond chance. What a reader should know of a line stands under its title."
)
PUBLIC = (
    "This is the paper as the public may read it. Small numbers are hidden, by the rule {}. A nought is shown as 0. "
    "Take it away with: scorecard paper --public."
)
HIDDEN = "Hidden"


def paper_table(card: Scorecard, public: str = "") -> str:
    """Every line of a scorecard as a row of the paper, a table for each theme; `public`: the rule by which it is public."""
    pairs = list(zip(card.lines, paper_rows(card.lines), strict=True))
    note = PUBLIC.format(public) if public else NOTE
    parts = [f'<p class="quiet">{escape(note)}</p>']
    for theme, group in groupby(pairs, key=lambda pair: pair[0].indicator.theme):
        rows = [_public(row) if public else _cells(row, address_of(line.indicator, card.period)) for line, row in group]
        caption = f"{JOURNEY[theme]}, {words.period(card.period.label)}, in the columns of the paper"
        table = html_table(caption, list(HEADINGS.values()), rows, look="stack paper", hide_caption=True)
        parts.append(f'<section id="theme-{theme}"><h2>{escape(JOURNEY[theme])}</h2>{table}</section>')
    return "".join(parts)


def _public(row: PaperRow) -> Row:
    """A row without its link to the exact page, and without what only those who make the paper need to know."""
    cells: list[Cell | str] = [getattr(row, name) for name in HEADINGS]
    for place, name in enumerate(HEADINGS):
        if name in {"result_text", "previous_text"} and getattr(row, name).startswith(HIDDEN):
            cells[place] = Cell(getattr(row, name), "hidden-words")
    return cells


def _cells(row: PaperRow, link: str) -> Row:
    cells: list[Cell | str] = [getattr(row, name) for name in HEADINGS]
    cells[list(HEADINGS).index("indicator")] = Cell(row.indicator, note="; ".join(row.warnings), link=link)
    return cells
