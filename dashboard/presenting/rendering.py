"""The pages as HTML. Every word from data is escaped by the templates themselves."""

from collections.abc import Iterable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dashboard.marks import SHAPES
from dashboard.presenting import chart
from metrics import meeting_words, words
from metrics.board import Board
from metrics.clock import now
from metrics.line import Line
from metrics.meeting_log.challenges import Challenge
from metrics.meeting_log.free_text import ABOUT_SERVICES
from metrics.presenting.slides import Deck, Slide

WAYS = {
    "improved": "✓",
    "worsened": "▲",
    "rose": "↗",
    "fell": "↘",
    "no_change_beyond_chance": "=",
    "cannot_tell": "?",
    "new": "–",
}
"""A shape beside each word for a change."""


def render(template: str, **given: object) -> str:
    """A template with what it shows."""
    return _environment().get_template(template).render(**given)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dashboard.presenting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        words=words,
        shapes=SHAPES,
        ways=WAYS,
        draw=chart.draw,
        width=chart.WIDTH,
        height=chart.HEIGHT,
        left=chart.LEFT,
        right=chart.RIGHT,
        top=chart.TOP,
        bottom=chart.BOTTOM,
        firm=_firm,
        said_change=_said_change,
        exceptions=_exceptions,
        alone=_alone,
        recalled=_recalled,
        kicker=_kicker,
        issue=_issue,
        challenge_state=_challenge_state,
        listed=_listed,
        line_options=_line_options,
        agency_options=_agency_options,
        about_services=ABOUT_SERVICES,
    )
    made.globals["parts"] = made.get_template("parts.html").module
    return made


def _firm(line: Line) -> str:
    return words.firmness(line.status.mark, line.firmness)


def _said_change(line: Line) -> str:
    return words.change(line.change.direction)


def _exceptions(slide: Slide) -> list[tuple[Line, int]]:
    return [(each.line, len(each.same_gap)) for each in slide.exceptions]


def _alone(lines: Iterable[Line]) -> list[tuple[Line, int]]:
    return [(each, 0) for each in lines]


def _recalled(slide: Slide) -> list[tuple[Challenge, Line | None]]:
    return [(each.challenge, each.line) for each in slide.challenges]


def _kicker(deck: Deck, slide: Slide) -> str:
    """What stands above a slide: whose it is, and of which period."""
    card = deck.card
    period = words.span(card.period.first_day, card.period.last_day)
    if slide.kind == "agency" or not slide.agency_name:
        return f"{card.board_name}, {words.day(deck.edition.meeting) if not slide.agency_name else period}"
    theme = [words.small(slide.line.indicator.theme_title)] if slide.line else []
    return ", ".join([slide.agency_name, *theme, period])


def _issue(deck: Deck) -> str:
    """Which issue is shown, and when it was frozen."""
    return f"Issue {deck.edition.issue}, frozen {words.day(deck.edition.frozen_at.date(), short=True)}"


def _listed(slide: Slide) -> str:
    """A slide in a list of them, or said aloud: whose it is, then what."""
    title = f"the agency’s words on {words.small(slide.title)}" if slide.kind == "words" else slide.title
    named = slide.agency_name and not slide.title.startswith(slide.agency_name)
    return f"{slide.agency_name}: {title}" if named else title


def _line_options(deck: Deck) -> Markup:
    return _options((each.indicator.id, each.indicator.title) for each in deck.card.lines)


def _agency_options(board: Board) -> Markup:
    return _options((each.id, each.name) for each in board.agencies)


def _options(given: Iterable[tuple[str, str]]) -> Markup:
    """The entries of a list to choose from."""
    return Markup("").join(Markup('<option value="{}">{}</option>').format(*each) for each in given)


def _challenge_state(each: Challenge) -> str:
    return meeting_words.challenge_state(each, now().date())
