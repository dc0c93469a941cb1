"""The parts of the pre-read as HTML: what is found, the five things in brief and one by one, and what else a member needs."""

import re
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import NamedTuple
from urllib.parse import urlencode

from dashboard.html_table import folded
from dashboard.links import address_of
from dashboard.marks import figure, status
from dashboard.sparkline import sparkline
from metrics import meeting_words, words
from metrics.board import Board
from metrics.editions import Edition
from metrics.line import Line, Scorecard
from metrics.meeting_log.actions import Action
from metrics.meeting_log.commentary import Commentary
from metrics.meeting_log.contradictions import warnings
from metrics.meetings import MeetingDays
from metrics.pre_read import Thing
from metrics.pre_read import words as pre_read_words
from metrics.pre_read.words import Whom

TITLE = "Five things in five minutes"
ACTIONS = 3
"""How many actions stand on the page."""
IN_THE_OPEN = 60
"""Words of one commentary that stand open: longer ones are folded, so that five things stay a matter of five minutes."""


class Paper(NamedTuple):
    """What a member reads from: the scorecard, the issue that it was frozen as (None before), the words signed off by then."""

    card: Scorecard
    issue: Edition | None
    said: Sequence[Commentary]
    changed: int
    """How many lines differ from the issue before."""


def head(paper: Paper, days: MeetingDays, board: Board, today: date, body: str) -> str:
    """What was found, for which meeting, read from what; `body` is the rest of the page, whose words are counted."""
    card = paper.card
    when = f"for the meeting of {words.day(days.meeting)}, {meeting_words.away(days.meeting, today)}"
    found = (
        f'<p class="kicker"><b>{TITLE}</b> {escape(when)} · {escape(board.name)}</p><h1>{escape(card.headline)}</h1>'
        f'<p class="basis">{escape(_source(paper, days))} <b>{card.values_in} of {card.values_expected}</b> figures are in. '
    )
    read = words.capital(pre_read_words.minutes(count_words(found + body)))
    return f'<header class="finding">{found}<span class="quiet">{escape(read)}.</span></p></header>'


def in_brief(things: Sequence[Thing], board: Board, today: date) -> str:
    """The things in a line each, how sure, and whom to ask: what a member knows after five seconds."""
    if not things:
        return '<p class="none">Nothing stands out by the rules, nothing is missing, and nothing is waited for.</p>'
    items = "".join(_brief(number, each, board, today) for number, each in enumerate(things, start=1))
    return f'<ol class="brief" aria-label="In brief">{items}</ol>'


def one(number: int, thing: Thing, paper: Paper, board: Board, today: date) -> str:
    """One thing: what it is, its sentence, its run and numbers, whether it is real, whom to ask, the agency's words."""
    name, line = escape(pre_read_words.title(thing)), thing.line
    linked = f'<a href="{escape(address_of(line.indicator, paper.card.period))}" target="_self">{name}</a>' if line else name
    return (
        f'<article class="thing {thing.kind}" aria-labelledby="thing-{number}"><div>'
        f'<p class="kind"><span class="number">{number}</span> {_kind(thing)}</p>'
        f'<h2 id="thing-{number}">{linked}</h2><p>{escape(pre_read_words.sentence(thing, today))}</p>'
        f"{_numbers(line) if line else ''}</div>"
        f"<div>{_answers(thing, board, today)}{_words(thing, paper, board)}</div></article>"
    )


def from_last_time(due: Sequence[Action], board: Board, today: date) -> str:
    """The actions of earlier meetings that are due by this one, the longest overdue first."""
    if not due:
        return "<h2>Due from last time</h2><p>No other action of an earlier meeting is due.</p>"
    items = "".join(f"<li>{_action(each, board, today)}</li>" for each in due[:ACTIONS])
    rest = words.count_of(len(due) - ACTIONS, "more action")
    more = f'<p><a href="log?show=actions" target="_self">{words.capital(rest)}</a></p>' if len(due) > ACTIONS else ""
    return f'<h2>Due from last time</h2><ul class="plain">{items}</ul>{more}'


def also_in_the_paper(paper: Paper, things: Sequence[Thing], board: Board, meeting: date) -> str:
    """The ways to everything else that the meeting looks at."""
    period = urlencode({"period": paper.card.period.label})
    here = urlencode({"meeting": meeting.isoformat()})
    rest = pre_read_words.what_else(paper.card, things)
    whole = f"meeting?{here}&show=frozen" if paper.issue else f"./?{period}"
    spoken = f"meeting?{here}&show=words" if paper.issue else f"meeting?{here}"
    since = f"since the issue before: {words.count_of(paper.changed, 'line')}"
    links = [
        (whole, "The whole scorecard", f"{words.count_of(len(paper.card.lines), 'line')}; besides these {rest}"),
        *([(f"meeting?{here}&show=changes", "What changed", since)] if paper.issue and paper.issue.issue > 1 else []),
        (spoken, "The agencies’ words", f"{words.count_of(len(paper.said), 'figure')} have them"),
        *([(f"priorities?{period}", "The board’s priorities", "")] if board.priorities else []),
        (f"across?{period}", "Across agencies", "what none sees alone"),
        ("log?show=challenges", "Challenges and actions", ""),
    ]
    items = "".join(
        f'<li><a href="{escape(to)}" target="_self">{name}</a>{escape(f": {text}" if text else "")}</li>'
        for to, name, text in links
    )
    return f'<nav class="also" aria-label="Also in the paper"><h2>Also in the paper</h2><ul class="plain">{items}</ul></nav>'


def the_meeting(paper: Paper, days: MeetingDays, today: date) -> str:
    """When it is, the days that lead to it, and whose figures are still missing."""
    missing = pre_read_words.still_missing(paper.card)
    names = "; ".join(f"{name}, {number}" for name, number in missing)
    said = f"Still missing: {names}." if missing else "Every figure that is due is in."
    meeting = urlencode({"meeting": days.meeting.isoformat()})
    return (
        f"<h2>The meeting</h2><p>{escape(pre_read_words.days_ahead(days, today))} "
        f'<a href="meeting?{meeting}" target="_self">Its own page</a></p>'
        f'<p>{escape(said)} <a href="whats_missing" target="_self">What is missing, and since when</a></p>'
    )


def count_words(html: str) -> int:
    """The words that a reader has before them: tags and what is folded away are left out."""
    shown = re.sub(r"<details.*?</details>", " ", html, flags=re.DOTALL)
    return sum(any(letter.isalnum() for letter in each) for each in re.sub(r"<[^>]+>", " ", shown).split())


def _kind(thing: Thing) -> str:
    """What kind of thing it is, with its status mark where it has one: the mark's word is not said twice."""
    line, said = thing.line, f"<b>{escape(pre_read_words.kind(thing))}</b>"
    if line is None or line.gap or thing.waits or line.status.mark in {"no_target", "monitor", "cannot_tell"}:
        return said
    return f'{said if thing.kind != "off_target" else ""} <span class="scorecard">{status(line)}</span>'


def _source(paper: Paper, days: MeetingDays) -> str:
    period = f"{words.period(days.period.label)}, {words.span(days.period.first_day, days.period.last_day)}"
    if paper.issue is None:
        return f"{period}. Not frozen yet: this is today’s scorecard; the paper is frozen on {words.day(days.freeze)}."
    return f"{period}. Read from issue {paper.issue.issue}, frozen on {words.day(paper.issue.frozen_at.date())}."


def _brief(number: int, thing: Thing, board: Board, today: date) -> str:
    asked = words.listed([each.agency for each in pre_read_words.whom(thing, board)])
    line = thing.line
    value = pre_read_words.value(line) if line else ""
    return (
        f'<li><a href="#thing-{number}"><b>{escape(pre_read_words.kind(thing))}</b> '
        f"<span>{escape(words.capital(pre_read_words.short(thing)))}</span>{f' <i>{escape(value)}</i>' * bool(value)}</a> "
        f'<span class="sure">{escape(pre_read_words.how_sure(thing, today))}</span> '
        f'<span class="ask">Ask {escape(asked)}</span></li>'
    )


def _numbers(line: Line) -> str:
    """The run as a picture, and the figure with what it is made of, its period and its age."""
    shown = line.figure
    unit = line.indicator.unit
    made = _made_of(line)
    families = words.count_of(shown.families, "family", "families") if shown.families else ""
    facts = [
        ("Figure", f'<b class="scorecard">{figure(shown, unit)}</b>', "days" if unit == "days" and made else ""),
        ("Made of", escape(made), families),
        ("Period", escape(words.period(shown.period)), ""),
        ("Data to", escape(words.day(shown.data_to, short=True)), f"{words.age(line.data_age_days)} at the meeting"),
    ]
    pairs = "".join(_pair(*each) for each in facts if each[1])
    known = [each.value for each in line.recent if each.value is not None]
    reach = words.reach(known, unit) or "no figure yet"
    run = f'<div class="run">{sparkline(line.recent, unit)}<small>{escape(reach)}</small></div>'
    return f'<div class="now">{run}<dl>{pairs}</dl></div>'


def _made_of(line: Line) -> str:
    """`16 of 276`; an average in days by its cases, a number by nothing."""
    shown, unit = line.figure, line.indicator.unit
    if not shown.state.has_value or unit == "count":
        return ""
    if unit == "days":
        return words.count_of(round(shown.denominator or 0), "case")
    return words.out_of(shown.numerator, shown.denominator)


def _pair(name: str, html: str, note: str) -> str:
    return f"<div><dt>{name}</dt><dd>{html}{f'<small>{escape(note)}</small>' * bool(note)}</dd></div>"


def _answers(thing: Thing, board: Board, today: date) -> str:
    """The three questions that a member has next."""
    real = pre_read_words.is_it_real(thing)
    rows = [
        ("The figure now" if thing.waits else "Is it real?", escape(real)),
        ("Asked before", "".join(f"<div>{escape(each)}</div>" for each in pre_read_words.before(thing, today))),
        ("Whom to ask", "".join(_whom(each) for each in pre_read_words.whom(thing, board))),
    ]
    return f'<dl class="pairs">{"".join(f"<div><dt>{name}</dt><dd>{html}</dd></div>" for name, html in rows if html)}</dl>'


def _whom(each: Whom) -> str:
    people = f": {escape(each.people)}" if each.people else ""
    address = f' <a href="mailto:{escape(each.address)}">{escape(each.address)}</a>' if each.address else ""
    return f"<div><b>{escape(each.agency)}</b>{people}{address}</div>"


def _words(thing: Thing, paper: Paper, board: Board) -> str:
    """What the agency says of the line, where it has signed that off; and what a reader should know of those words."""
    line = thing.line
    if line is None or thing.waits:
        return ""
    names = {each.id: each.name for each in board.agencies}
    said = [each for each in paper.said if each.indicator == line.indicator.id]
    if not said:
        return f'<p class="quiet">No words signed off by {escape(line.owner)} yet.</p>' * (not line.gap)
    return "".join(_said(each, line, names.get(each.agency, each.agency)) for each in said)


def _said(each: Commentary, line: Line, agency: str) -> str:
    by_when = f" By {words.day(each.by_when)}." if each.by_when else ""
    by = f"{agency}, signed off by {each.signed_off_by}"
    text = f"<p>{escape(each.what)}</p><p><b>Next:</b> {escape(each.what_next)}{escape(by_when)}</p>"
    warned = "".join(f'<p class="warned"><span aria-hidden="true">▲</span> {escape(one)}</p>' for one in warnings(each, line))
    if count_words(text) > IN_THE_OPEN:
        return folded(f"The words of {by}: {words.count_of(count_words(text), 'word')}", text, long=True) + warned
    return f'<div class="said">{text}<p class="quiet">Signed off by {escape(each.signed_off_by)}</p></div>{warned}'


def _action(each: Action, board: Board, today: date) -> str:
    """An action in a line, linked to the log."""
    link = (
        f'<a href="log?{escape(urlencode({"show": "actions", "key": each.key}))}" target="_self">{escape(each.reference)}</a>'
    )
    late = each.days_overdue(today)
    state = meeting_words.action_state(each, today) if late else f"Due {words.day(each.due)}" if each.due else "Open"
    look = ' class="late"' if late else ""
    text = words.sentence(pre_read_words.some(each.text))
    whose = f'<span class="quiet">{escape(words.capital(each.owner_names(board)))}, {link}</span>'
    return f"<b{look}>{escape(state)}.</b> {escape(text)} {whose}"
