"""What the page of settings shows as HTML: the settings as they are, what would change, and the history."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from dashboard.html_table import Cell, Row, folded, html_pairs, html_table
from metrics import words
from metrics.board import Agency, Board, Priority
from metrics.board.targets import Target
from metrics.board_settings.changes import Change
from metrics.board_settings.names import name_of
from metrics.board_settings.preview import SettingsPreview
from metrics.board_settings.said import field_called, fields_of, said
from metrics.board_settings.versions import BoardVersion
from metrics.catalogue import read_catalogue
from metrics.editions.changes import KINDS, Difference, Side
from metrics.meetings import MeetingDays

NOT_SET = "not set"
MOST_OPEN = 12
"""How many lines that would differ stand in the open."""


def agencies_table(board: Board) -> str:
    """Who the agencies are, whom to ask, and what each owes."""
    headings: Row = ["Agency", "Data lead", "Deputy", "Sends", "Data is due"]
    rows: list[Row] = [
        [
            Cell(each.name, link=_link("agencies", "agency", each.id), note=each.role.replace("_", " ")),
            _person(each.lead, each.contact),
            _person(each.deputy, each.deputy_contact),
            _sends(each),
            "by the meetings" if each.due_days is None else f"{words.count_of(each.due_days, 'day')} after a period",
        ]
        for each in board.agencies
    ]
    return html_table("The agencies of the board", headings, rows, look="stack agencies", hide_caption=True)


def targets_table(board: Board) -> str:
    """Every target with its passport, in the order of the scorecard."""
    headings: Row = ["Indicator", "Target", "Agreed by", "On", "Holds until", "Judged by"]
    order = {name: number for number, name in enumerate(read_catalogue())}
    targets = sorted(board.targets, key=lambda each: order.get(each.indicator, len(order)))
    return html_table("Targets", headings, [_target(each) for each in targets], look="stack", hide_caption=True)


def priorities_list(board: Board) -> str:
    """Each priority with its indicators in the order of the child's journey."""
    return "".join(f"<h3>{escape(each.name)}</h3>{_of_priority(each)}" for each in board.priorities)


def calendar_table(found: Sequence[MeetingDays]) -> str:
    """The meetings with the days that lead to each, the newest first."""
    headings: Row = ["Meeting", "Looks at", "Data due", "Sign-off", "Papers go out"]
    rows: list[Row] = [
        [
            words.day(each.meeting),
            words.period(each.period.label),
            words.day(each.data_due),
            words.day(each.sign_off),
            words.day(each.freeze),
        ]
        for each in sorted(found, key=lambda each: each.meeting, reverse=True)
    ]
    return html_table("The meetings, and the days that lead to each", headings, rows, look="snug stack")


def would_change(found: Sequence[Change], seen: SettingsPreview) -> str:
    """What a change does to the settings, and what that does to the scorecard."""
    rows: list[Row] = [[each.what, each.old or NOT_SET, Cell(each.new or NOT_SET, "strong")] for each in found]
    settings = html_table("Settings that would change", ["Setting", "Is now", "Would be"], rows, look="snug stack")
    return f"<h2>What would change</h2>{settings}<h3>On the scorecard</h3>{_on_the_scorecard(seen)}"


def history_table(found: Sequence[BoardVersion]) -> str:
    """Every change, the newest first: when, who and why; what, old and new."""
    rows: list[Row] = []
    for each in found:
        rows.append([Cell(_headed(each))])
        rows += [[change.what, change.old or NOT_SET, Cell(change.new or NOT_SET, "strong")] for change in each.changes]
        if each.version == 1:
            rows.append(["The board file that the store was made with", "", ""])
    return html_table(
        "Every change of the settings, the newest first", ["Setting", "Was", "Became"], rows, look="stack history"
    )


def theirs(value: object) -> str:
    """How a setting stands now that somebody else has changed it."""
    if value is None:
        return '<div class="said" role="note"><h3>Theirs</h3><p>It was taken out.</p></div>'
    fields = fields_of(value) if hasattr(type(value), "model_fields") else {"": value}  # type: ignore[arg-type]
    pairs = [(words.capital(field_called(name)) or "Now", said(each, name)) for name, each in fields.items()]
    return f'<div class="said" role="note"><h3>Theirs</h3>{html_pairs([pair for pair in pairs if pair[1]])}</div>'


def _headed(version: BoardVersion) -> str:
    by = f"{words.moment(version.set_at)}, {version.set_by or 'when the store was made'}"
    return f"{by}: {words.sentence(version.because)}" if version.because else by


def _on_the_scorecard(seen: SettingsPreview) -> str:
    period = words.period(seen.period.label)
    if not seen.found:
        return f"<p>{escape(f'No line of the scorecard for {period} would differ.')}</p>"
    flips = sum(each.kind == "status" for each in seen.found)
    lines = f"{len(seen.found)} of {words.count_of(seen.lines, 'line')} of the scorecard for {period} would differ"
    turned = f"the status of {flips} would turn" if flips else "no status would turn"
    head = f"<p><b>{escape(f'{lines}; {turned}.')}</b></p>"
    shown, more = seen.found[:MOST_OPEN], seen.found[MOST_OPEN:]
    rest = folded(f"{words.capital(words.count_of(len(more), 'more line'))}", _lines(more)) if more else ""
    return head + _lines(shown) + rest


def _lines(found: Sequence[Difference]) -> str:
    headings: Row = ["Indicator", "What", "Is now", "Would be"]
    rows: list[Row] = [
        [
            Cell(each.title, note=each.owner),
            Cell(KINDS[each.kind], "strong" if each.kind == "status" else ""),
            *(_side(one, other) for one, other in ((each.was, each.now), (each.now, each.was))),
        ]
        for each in found
    ]
    return html_table("Lines of the scorecard that would differ", headings, rows, look="stack", hide_caption=True)


def _side(side: Side | None, other: Side | None) -> Cell:
    if side is None:
        return Cell("not there")
    target = f"; target: {side.target}" if other and other.target != side.target else ""
    return Cell(side.figure, note=f"{side.status}; {side.change}{target}")


def _person(name: str, address: str) -> Cell:
    return Cell(name or "nobody is named", "" if name else "gap-words", note=address)


def _sends(agency: Agency) -> Cell:
    sent = [name_of("sends", each) for each in agency.sends] + [name_of("returns", each) for each in agency.returns]
    lacking = [name_of("sends", each) for each in agency.not_recorded]
    note = f"does not record: {', '.join(lacking)}" if lacking else ""
    return Cell("; ".join(sent) or "nothing", note=note)


def _target(target: Target) -> Row:
    return [
        Cell(name_of("indicator", target.indicator), link=_link("targets", "indicator", target.indicator)),
        Cell(target.target, note=target.because),
        target.agreed_by or "not recorded",
        words.day(target.agreed_on) or "not recorded",
        words.day(target.until) or "no end",
        words.status_rule(target.status) if target.status else "the board's rule",
    ]


def _of_priority(priority: Priority) -> str:
    titles = [each.title for each in read_catalogue().values() if priority.holds(each)]
    return f'<ol class="plain">{"".join(f"<li>{escape(each)}</li>" for each in titles)}</ol>'


def _link(part: str, name: str, key: str) -> str:
    return "settings?" + urlencode({"part": part, name: key})
