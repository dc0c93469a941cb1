"""The deck of a meeting with its slides as HTML, made once for each issue, board and log, and kept while it is presented."""

import threading
from collections import OrderedDict
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from dashboard.presenting.rendering import render
from dashboard.store_access import version_of
from metrics.editions import Edition, edition, editions
from metrics.meeting_log.actions import actions
from metrics.meeting_log.challenges import challenges
from metrics.meeting_log.entries import last_entry
from metrics.presenting.deck import deck_of
from metrics.presenting.slides import Deck, Slide
from metrics.store import Store

MOST_KEPT = 4


class Ready(NamedTuple):
    """A deck, and its slides as HTML; the closing one is empty, for it is drawn anew whenever it is shown."""

    deck: Deck
    slides: tuple[Markup, ...]


_kept: "OrderedDict[tuple[object, ...], Ready]" = OrderedDict()
_making = threading.Lock()


def newest_meeting(store: Store) -> date | None:
    """The newest meeting whose scorecard is frozen; None where none is."""
    return max((each.meeting for each in editions(store)), default=None)


def ready(store: Store, meeting: date) -> Ready:
    """The deck of a meeting's newest issue. Raises ValueError with a sentence where there is none."""
    found = edition(store, meeting)
    earlier = last_entry(store, "challenge", before=meeting.isoformat())
    key = (str(store.path), found.content_hash, version_of(store).board, earlier)
    with _making:
        if key not in _kept:
            _kept[key] = _make(store, found)
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
        return _kept[key]


def slides(store: Store, found: Ready) -> Markup:
    """Every slide, with what was asked and agreed so far on the closing one."""
    drawn = zip(found.deck.slides, found.slides, strict=True)
    return Markup("\n").join(_closing(store, found.deck, slide) if slide.kind == "closing" else html for slide, html in drawn)


def agreed(store: Store, meeting: date) -> dict[str, object]:
    """What was asked and agreed at a meeting so far, as the closing slide shows it."""
    return {
        "asked": [each.challenge for each in challenges(store, meeting=meeting)],
        "agreed": [each.action for each in actions(store) if each.action.meeting == meeting],
        "board": store.board,
    }


def _make(store: Store, found: Edition) -> Ready:
    deck = deck_of(store, found)
    return Ready(deck, tuple(Markup() if each.kind == "closing" else _drawn(deck, each) for each in deck.slides))


def _closing(store: Store, deck: Deck, slide: Slide) -> Markup:
    return _drawn(deck, slide, **agreed(store, deck.edition.meeting))


def _drawn(deck: Deck, slide: Slide, **given: object) -> Markup:
    return Markup(render("slide.html", deck=deck, slide=slide, **given))  # noqa: S704 - made by a template that escapes
