"""A delivery before it is taken: what was read, what would change on the scorecard, which rows come and go; and its receipt."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.html_table import Cell, Row, folded, html_pairs, html_table
from metrics import words
from metrics.bundles.shown import by_dataset
from metrics.coverage import State
from metrics.datasets import contract
from metrics.figures import Figure
from metrics.submission import Delivery, Severity, Submission
from metrics.taking.preview import LineChange, Preview
from metrics.taking.receipt import Receipt, covers

MOST_OPEN = 12
"""How many restated figures stand in the open."""


def read_table(delivery: Delivery) -> str:
    """What was read of each dataset, and what the file did not hold."""
    kept = "Counted" if delivery.bundle else "Kept"
    headings: Row = [
        "Dataset",
        "Days covered",
        *(Cell(each, "number") for each in ("Rows read", kept, "Left out", "Errors", "To check")),
    ]
    rows = [_read_row(each) for each in by_dataset(delivery).submissions]
    return html_table("What was read", headings, rows, look="snug stack", hide_caption=True)


def change_table(preview: Preview) -> str:
    """The lines that would change; those that would not stand folded beneath."""
    period = words.period(preview.period.label)
    changed, same = preview.changed, [each for each in preview.lines if not each.is_changed]
    if changed:
        shown = _lines(f"Lines of the scorecard that would change, {period}", changed)
    else:
        shown = f"<p>{escape(f'No line of the scorecard for {period} would change.')}</p>"
    if not same:
        return shown
    unchanged = _lines(f"Lines that would not change, {period}", same)
    return shown + folded(f"{words.capital(words.count_of(len(same), 'line'))} would not change", unchanged)


def restated_table(preview: Preview) -> str:
    """The figures that the board has seen and that would become others."""
    headings: Row = [
        "Indicator",
        "Period",
        "Seen by the board",
        Cell("As seen", "number"),
        Cell("Would be", "number"),
        "Made of, as seen",
        "Made of, as it would be",
    ]
    rows: list[Row] = [
        [
            each.title,
            words.period(each.period),
            each.shown,
            _figure(each.before, each.unit),
            _figure(each.after, each.unit, strong=True),
            _made_of(each.before),
            _made_of(each.after),
        ]
        for each in preview.restated
    ]
    shown = html_table("Figures that the board has seen and that would be restated", headings, rows[:MOST_OPEN], look="stack")
    if len(rows) <= MOST_OPEN:
        return shown
    more = f"{words.capital(words.count_of(len(rows) - MOST_OPEN, 'more figure'))} would be restated"
    return shown + folded(more, html_table(more, headings, rows[MOST_OPEN:], look="stack", hide_caption=True))


def moved_table(preview: Preview) -> str:
    """How many rows are new, altered and gone."""
    headings: Row = ["Dataset", *(Cell(each, "number") for each in ("New", "Altered", "Gone"))]
    rows: list[Row] = [
        [each.title, *(Cell(f"{count:,}", "number") for count in (each.added, each.altered)), _gone(each.gone)]
        for each in preview.moved
    ]  # fmt: skip
    return html_table("Rows, beside those held from this agency", headings, rows, look="snug stack")


def receipt_box(taken: Receipt) -> str:
    """The receipt, to keep or to print."""
    pairs = [
        ("From", taken.agency),
        ("Taken", words.moment(taken.taken_at)),
        *((each.title, f"{words.capital(each.rows)}. Covers {each.covers}.") for each in taken.taken),
        ("Submission", _numbers(taken.numbers)),
        ("File known by", taken.content_hash),
    ]
    signing = escape("whats_missing?" + urlencode({"agency": taken.agency_id}))
    link = (
        f'<p><a href="./" target="_self">See the scorecard</a>, and when the figures are right, '
        f'<a href="{signing}" target="_self">sign them off</a></p>'
    )
    return f'<section class="receipt" aria-label="Receipt"><h2>Received, thank you</h2>{html_pairs(pairs)}{link}</section>'


def _numbers(numbers: Sequence[int]) -> str:
    """The numbers one by one; of many, which follow each other, the first and the last."""
    return f"{numbers[0]} to {numbers[-1]}" if len(numbers) > MOST_OPEN else ", ".join(str(each) for each in numbers)


def _read_row(each: Submission) -> Row:
    title = contract(each.dataset).title
    if not each.supplied:
        return [title, Cell("not in the file: this is not the same as none", "gap-words"), "", "", "", "", ""]
    found = [sum(problem.severity is kind for problem in each.problems) for kind in (Severity.ERROR, Severity.WARNING)]
    if each.checked is not None:
        found = [each.checked.errors, each.checked.warnings]
    numbers = (each.rows_read, each.rows_kept, each.rows_read - each.rows_kept, *found)
    return [title, covers(each), *(Cell(f"{number:,}", "number") for number in numbers)]


def _lines(caption: str, changes: Sequence[LineChange]) -> str:
    headings: Row = [
        "Indicator",
        Cell("Now", "number"),
        Cell("Would be", "number"),
        "Made of, now",
        "Made of, then",
        "Status",
        "Change since the period before",
    ]
    return html_table(caption, headings, [_line_row(each) for each in changes], look="stack")


def _line_row(each: LineChange) -> Row:
    unit, after = each.after.indicator.unit, each.after
    now, then = words.status(each.before.status.mark), words.status(after.status.mark)
    said, would_say = words.change(each.before.change.direction), words.change(after.change.direction)
    return [
        after.indicator.title,
        _figure(each.before.figure, unit),
        _figure(after.figure, unit, strong=True),
        _made_of(each.before.figure),
        _made_of(after.figure),
        Cell(then, "strong" if now != then else "", note="" if now == then else f"now: {now}"),
        Cell(would_say, "strong" if said != would_say else "", note="" if said == would_say else f"now: {said}"),
    ]


def _figure(figure: Figure, unit: str, *, strong: bool = False) -> Cell:
    if not figure.state.has_value:
        return Cell(words.short_gap(figure.state), "number gap-words")
    note = "provisional" if figure.state is State.PROVISIONAL else ""
    return Cell(words.number(figure.value, unit), "number strong" if strong else "number", note=note)


def _made_of(figure: Figure) -> Cell:
    if not figure.state.has_value:
        return Cell("–")
    return Cell(words.out_of(figure.numerator, figure.denominator), "nowrap", note=_families(figure))


def _families(figure: Figure) -> str:
    return "" if figure.families is None else words.count_of(figure.families, "family", "families")


def _gone(count: int) -> Cell:
    return Cell(f"{count:,}", "number strong" if count else "number", note="no longer listed" if count else "")
