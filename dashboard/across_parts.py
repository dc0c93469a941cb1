"""The parts of the page across agencies, as HTML: every number in a table, and a bar beside it where it helps."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.html_table import Cell, Row, html_table
from metrics import words
from metrics.across.conferences import Agency, Conferences
from metrics.across.contacts import Outcomes, Source
from metrics.across.missing import Way
from metrics.across.same_fact import Compared, Side
from metrics.coverage import State
from metrics.explain import across as explain_across

SECTIONS = (
    ("missing", "From missing to heard"),
    ("contacts", "What became of contacts"),
    ("conferences", "Who came to conferences"),
    ("same", "One fact, two agencies"),
)


def top(board: str, period: str, ways: Sequence[Way]) -> str:
    """The title is what was found; below it what the page is about, and the way to its parts."""
    newest = next((each for each in ways if each.is_whole), ways[0])
    links = "".join(f'<li><a href="#{name}">{escape(title)}</a></li>' for name, title in SECTIONS)
    return (
        f'<header class="finding"><p class="kicker">{escape(board)} · <b>Across agencies</b> · {escape(period)}</p>'
        f"<h1>{escape(explain_across.leak(newest))}</h1>"
        '<p class="asks">What no agency can see alone: how children pass from one to the next, and where they are lost.</p>'
        f'</header><nav class="parts" aria-label="Parts of this page"><ul>{links}</ul></nav>'
    )


def missing(ways: Sequence[Way]) -> str:
    """The way of the newest period that can be followed, and the periods before it."""
    whole = next((each for each in ways if each.is_whole), None)
    drawn = _way(whole) if whole else ""
    said = f"<p>{escape(explain_across.leak(ways[0]))}</p>" if whole is not ways[0] else ""
    headings: Row = ["Period", *(Cell(words.capital(each.name), "number") for each in ways[0].steps)]
    rows: list[Row] = [
        [Cell(words.period(way.period), "nowrap"), *(_count(each.count, way) for each in way.steps)] for way in ways
    ]
    return _section(
        "missing", said + drawn + html_table("Missing episodes, step by step, by period", headings, rows, look="stack")
    )


def contacts(found: Outcomes) -> str:
    """Who told the front door, and what became of it."""
    said = f"<p>{escape(explain_across.contacts(found))}</p>"
    if not found.sources:
        return _section("contacts", said)
    headings: Row = ["Contact from", Cell("Contacts", "number"), *(Cell(each, "number") for each in found.outcomes)]
    rows = [_source(each) for each in found.sources]
    table = html_table("Contacts by who made them and what became of them", headings, rows, look="stack")
    referrals = "indicator?" + urlencode({"id": "referrals", "by": "source_outcome", "period": found.period})
    further = f'<p><a href="{escape(referrals)}" target="_self">Referrals, by who referred and what became of them</a></p>'
    return _section("contacts", said + table + further)


def conferences(found: Conferences) -> str:
    """Who came, the agency that came least first."""
    said = f"<p>{escape(explain_across.attendance(found))}</p>"
    if not found.agencies:
        return _section("conferences", said)
    headings: Row = [
        "Agency invited",
        Cell("Attended", "number"),
        Cell("Drawn", "bar-head"),
        Cell("Of invitations", "number"),
        Cell("Sent a report", "number"),
    ]
    rows = [_agency(each) for each in found.agencies]
    return _section("conferences", said + html_table("Conferences attended, by agency", headings, rows, look="bars"))


def same(found: Sequence[Compared]) -> str:
    """The same fact by two agencies, with the difference and what it may mean."""
    rows: list[Row] = [
        [
            each.name,
            _side(each.first),
            _side(each.second),
            Cell(explain_across.difference(each), "strong"),
            Cell(each.if_different, "quiet"),
        ]
        for each in found
    ]
    headings: Row = ["The fact", "One agency", "The other", "Difference", "What it may mean"]
    lead = "<p>Neither agency is right by default: a difference is a question for both.</p>"
    return _section("same", lead + html_table("The same fact, by two agencies", headings, rows, look="stack"))


def _section(name: str, html: str) -> str:
    title = dict(SECTIONS)[name]
    return f'<section id="{name}"><h2>{escape(title)}</h2>{html}</section>'


def _way(way: Way) -> str:
    first = way.steps[0].count or 0
    rows: list[Row] = [
        [
            words.capital(each.name),
            Cell(f"{each.count:,}", "number strong"),
            Cell(bar=100 * (each.count or 0) / (first or 1)),
            Cell(_lost(before.count, each.count), "number"),
            each.who,
        ]
        for before, each in zip((way.steps[0], *way.steps), way.steps, strict=False)
    ]
    headings: Row = [
        "Step",
        Cell("Episodes", "number"),
        Cell("Drawn", "bar-head"),
        Cell("Lost here", "number"),
        "By the data of",
    ]
    later = ", provisional" if way.provisional else ""
    return html_table(f"From missing to heard, {words.period(way.period)}{later}", headings, rows, look="bars")


def _lost(before: int | None, now: int | None) -> str:
    lost = (before or 0) - (now or 0)
    return f"{lost:,}" if lost else "none"


def _count(count: int | None, way: Way) -> Cell:
    if count is None:
        return Cell(way.short_gap, "number gap-words")
    return Cell(f"{count:,}", "number provisional-words" if way.provisional else "number")


def _source(each: Source) -> Row:
    parts = (Cell(_many(many), "number", note=explain_across.share(many, each)) for many in each.by_outcome)
    return [each.agency, Cell(f"{each.contacts:,}", "number strong"), *parts]


def _many(many: int | None) -> str:
    return words.short_gap(State.SUPPRESSED) if many is None else f"{many:,}"


def _agency(each: Agency) -> Row:
    attended, reported = each.attended, each.reported
    return [
        each.name,
        Cell(words.number(attended.value, "percent"), "number strong"),
        Cell(bar=attended.value or 0.0),
        Cell(words.out_of(attended.numerator, attended.denominator), "number"),
        Cell("none asked" if reported is None else words.number(reported.value, "percent"), "number"),
    ]


def _side(side: Side) -> Cell:
    said = "not there" if side.count is None else f"{side.count:,}"
    return Cell(said, "gap-words" if side.count is None else "strong", note=f"{side.who}: {side.gap or side.what}")
