"""The files that are known by what is in them, and what each can and cannot tell."""

from dashboard.html_table import Row, html_table
from metrics import words
from metrics.intake.told import told

HEADINGS = ("File", "Days it covers", "What it tells", "What it cannot tell")


def known_files() -> str:
    """A row for each kind of file."""
    rows: list[Row] = [
        [each.title, words.capital(each.covers), "; ".join(each.tells), words.capital("; ".join(each.cannot))]
        for each in told()
    ]
    return html_table("The files that are known, whatever they are called", HEADINGS, rows, look="stack", hide_caption=True)
