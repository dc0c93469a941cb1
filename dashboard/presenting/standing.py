"""Where a meeting stands, as every screen is told."""

from metrics.clock import now
from metrics.meeting_log.entries import last_entry
from metrics.presenting.position import Position
from metrics.presenting.slides import Deck
from metrics.store import Store


def standing(store: Store, deck: Deck, found: Position) -> dict[str, object]:
    """The slide, whose turn it is with its seconds and minutes, who is next, and what tells that issue or log are newer."""
    slide = deck.slide(found.slide)
    return {
        "slide": slide.id,
        "version": found.version,
        "turn": found.turn,
        "seconds": round(found.seconds(now()), 1),
        "minutes": deck.minutes(found.turn),
        "running": found.since is not None,
        "next": "" if slide.kind == "closing" else store.board.called(deck.after(found.turn)),
        "issue": deck.edition.content_hash,
        "log": last_entry(store),
    }
