"""The addresses of a meeting in the room: the slides, where the meeting stands, and what is logged while it meets."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard.presenting import asked
from dashboard.presenting.decks import agreed, newest_meeting, ready, slides
from dashboard.presenting.rendering import render
from dashboard.store_access import the_store
from metrics.clock import now
from metrics.meeting_log.entries import last_entry
from metrics.presenting.position import Moved, Position, begin_again, move, position, run_clock
from metrics.presenting.slides import Deck
from metrics.store import Store

FILES = Path(__file__).parent / "files"


def routes() -> list[BaseRoute]:
    """To be mounted before Streamlit's own."""
    return [
        Route("/present", _newest("present")),
        Route("/present/{meeting}", _slides),
        Route("/present/{meeting}/position", _position, methods=["GET"]),
        Route("/present/{meeting}/position", _move, methods=["POST"]),
        Route("/present/{meeting}/clock", _clock, methods=["POST"]),
        Route("/present/{meeting}/again", _again, methods=["POST"]),
        Route("/present/{meeting}/agreed", _agreed),
        Mount("/presenting", StaticFiles(directory=FILES)),
    ]


def standing(store: Store, deck: Deck, found: Position) -> dict[str, object]:
    """Where a meeting stands, as the screens are told."""
    minutes = deck.minutes(found.turn)
    slide = deck.slide(found.slide)
    return {
        "slide": slide.id,
        "version": found.version,
        "turn": found.turn,
        "seconds": round(found.seconds(now()), 1),
        "minutes": minutes,
        "running": found.since is not None,
        "next": "" if slide.kind == "closing" else _name(store, deck.after(found.turn)),
        "issue": deck.edition.content_hash,
        "log": last_entry(store),
    }


def _newest(page: str) -> Callable[[Request], Response]:
    def go(_: Request) -> Response:
        meeting = newest_meeting(the_store())
        return RedirectResponse(f"/{page}/{meeting.isoformat()}") if meeting else _nothing("No scorecard has been frozen yet.")

    return go


def _slides(request: Request) -> Response:
    store = the_store()
    try:
        meeting = _meeting(request)
        found = ready(store, meeting)
    except ValueError as problem:
        return _nothing(str(problem))
    state = json.dumps(standing(store, found.deck, position(store, meeting)))
    return HTMLResponse(render("present.html", deck=found.deck, slides=slides(store, found), state=state))


def _position(request: Request) -> Response:
    store, meeting = the_store(), _known(request)
    return JSONResponse(standing(store, ready(store, meeting).deck, position(store, meeting)))


async def _move(request: Request) -> Response:
    asks = await asked.read(request, asked.Move)

    def change(store: Store, meeting: date, deck: Deck) -> Position:
        slide = deck.slide(asks.slide)
        turn = None if slide.reserve else slide.agency
        return move(store, meeting, slide.id, turn, seen=asks.seen, at=now())

    return await run_in_threadpool(_changed, request, change)


async def _clock(request: Request) -> Response:
    asks = await asked.read(request, asked.Clock)
    return await run_in_threadpool(
        _changed, request, lambda store, meeting, _: run_clock(store, meeting, asks.running, seen=asks.seen, at=now())
    )


async def _again(request: Request) -> Response:
    asks = await asked.read(request, asked.Again)
    return await run_in_threadpool(_changed, request, lambda store, meeting, _: begin_again(store, meeting, seen=asks.seen))


def _changed(request: Request, change: Callable[[Store, date, Deck], Position]) -> Response:
    """Where the meeting stands after a change, or without it where another screen was quicker (`overtaken`)."""
    store, meeting = the_store(), _known(request)
    deck = ready(store, meeting).deck
    try:
        return JSONResponse(standing(store, deck, change(store, meeting, deck)))
    except Moved as answer:
        return JSONResponse({**standing(store, deck, answer.now), "overtaken": True})


def _agreed(request: Request) -> Response:
    return HTMLResponse(render("agreed.html", **agreed(the_store(), _known(request))))


def _meeting(request: Request) -> date:
    """The meeting that the address names. Raises ValueError with a sentence."""
    try:
        return date.fromisoformat(request.path_params["meeting"])
    except ValueError as problem:
        raise ValueError("The address names no day. A meeting's slides are at /present/ and its day: 2026-12-10.") from problem


def _known(request: Request) -> date:
    """The same, of a meeting with a frozen scorecard. Answers 404 where there is none."""
    try:
        meeting = _meeting(request)
        ready(the_store(), meeting)
    except ValueError as problem:
        raise HTTPException(404, str(problem)) from problem
    return meeting


def _nothing(sentence: str) -> Response:
    return HTMLResponse(render("missing.html", sentence=Markup.escape(sentence)), status_code=404)


def _name(store: Store, agency: str) -> str:
    return store.board.agency(agency).name if agency else ""
