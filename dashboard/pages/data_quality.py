"""Data quality: how good the files are that each agency sends, over time; what was refused, noted and restated."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.choices import asked_for, choose
from dashboard.html_table import Cell, Row, folded, html_table
from dashboard.page_html import draw, style
from dashboard.store_access import the_store
from metrics import words
from metrics.board import Agency, Board
from metrics.taking.deciding import RefusedFile, refused_files
from metrics.taking.quality import FileScore, commonest, file_scores, run_of_scores, score_in_words

EVERYONE = ""
MOST_OPEN = 8
FILE_HEADINGS: Row = (
    "Received",
    "Dataset",
    "Days covered",
    Cell("Rows", "number"),
    Cell("With a problem", "number"),
    Cell("Without a problem", "number"),
    "Commonest problems",
    "Note and reason",
)


def page() -> None:
    """Every agency in one line; the files of the one named by `?agency=`, from the newest to the oldest."""
    style()
    store = the_store()
    board, scores, refused = store.board, file_scores(store), refused_files(store)
    draw(
        f'<header class="finding"><p class="kicker">Data quality · {escape(board.name)}</p>'
        "<h1>How good are the files that we are sent?</h1></header>"
    )
    agency = _asked(board)
    shown = [each for each in board.agencies if agency in {EVERYONE, each.id}]
    draw(f"<p>{escape(ABOUT)}</p>" + _summary(shown, scores))
    if agency != EVERYONE:
        draw(_files(shown[0], [score for score in scores if score.agency == agency]))
    draw(_refused(board, [each for each in refused if agency in {EVERYONE, each.agency}]))


ABOUT = (
    "A row has a problem when it was left out, is in error or is to be checked; what is only for information does not count. "
    "The share says how clean a file was, not whether it was complete."
)


def _asked(board: Board) -> str:
    names = {EVERYONE: "All agencies", **{each.id: each.name for each in board.agencies}}
    asked = asked_for("agency")
    return choose("Agency", "agency", list(names), asked if asked in names else EVERYONE, lambda each: names[each])


def _summary(agencies: Sequence[Agency], scores: Sequence[FileScore]) -> str:
    headings: Row = [
        "Agency",
        Cell("Files", "number"),
        "Newest file",
        Cell("Without a problem", "number"),
        "The files before it",
    ]
    rows: list[Row] = []
    for agency in agencies:
        mine = [each for each in scores if each.agency == agency.id]
        newest = mine[0] if mine else None
        rows.append(
            [
                Cell(agency.name, link="data_quality?" + urlencode({"agency": agency.id})),
                Cell(f"{len(mine):,}", "number"),
                words.day(newest.received_at.date()) if newest else Cell("none received", "gap-words"),
                _share(newest) if newest else "",
                run_of_scores(mine),
            ]
        )
    return html_table("Rows without a problem, by agency", headings, rows, look="stack")


def _files(agency: Agency, mine: Sequence[FileScore]) -> str:
    if not mine:
        return f'<h2>{escape(agency.name)}</h2><p class="quiet">Nothing has been received.</p>'
    rows = [_file(each) for each in mine]
    caption = f"Files of {agency.name}, the newest first"
    shown = html_table(caption, FILE_HEADINGS, rows[:MOST_OPEN], look="stack", hide_caption=True)
    if len(rows) > MOST_OPEN:
        earlier = f"{words.capital(words.count_of(len(rows) - MOST_OPEN, 'earlier file'))} of {agency.name}"
        shown += folded(earlier, html_table(earlier, FILE_HEADINGS, rows[MOST_OPEN:], look="stack", hide_caption=True))
    return f"<h2>{escape(agency.name)}</h2>{shown}"


def _file(each: FileScore) -> Row:
    faulty = Cell("not counted then", "gap-words") if each.rows_faulty is None else Cell(f"{each.rows_faulty:,}", "number")
    return [
        words.day(each.received_at.date()),
        words.listed(each.datasets, 3),
        words.span(each.covers_from, each.covers_to),
        Cell(f"{each.rows_read:,}", "number"),
        faulty,
        _share(each),
        commonest(each),
        Cell(each.note, note=f"Restated {words.count_of(each.restated, 'figure')}: {each.reason}" if each.restated else ""),
    ]


def _share(each: FileScore) -> Cell:
    return Cell(score_in_words(each), "number nowrap", note=f"n = {each.rows_read:,}" if each.share is not None else "")


def _refused(board: Board, found: Sequence[RefusedFile]) -> str:
    if not found:
        return '<h2>Refused files</h2><p class="quiet">No file was refused.</p>'
    headings: Row = ["Refused", "Agency", "Dataset", Cell("Rows", "number"), "Why"]
    rows: list[Row] = [
        [
            words.day(each.refused_at.date()),
            board.agency(each.agency).name,
            words.listed(each.titles, 3),
            Cell(f"{each.rows_read:,}", "number"),
            each.note,
        ]
        for each in found
    ]
    return "<h2>Refused files</h2>" + html_table("Refused files", headings, rows, look="stack", hide_caption=True)
