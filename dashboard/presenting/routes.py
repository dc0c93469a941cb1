"""The addresses of the slides, and of where the meeting stands."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dashboard.presenting import asked, chair
from dashboard.presenting.decks import agreed, slides
from dashboard.presenting.meeting_of import deck_known, deck_to_show, nothing, to_the_newest
from dashboard.presenting.rendering import render
from dashboard.presenting.standing import standing
from dashboard.store_access import the_store
from metrics.clock import now
from metrics.presenting.position import Moved, Position, begin_again, move, position, run_clock
from metrics.presenting.slides import Deck
from metrics.store import Store

FILES = Path(__file__).parent / "files"
Change = Callable[[Store, date, Deck], Position]


def routes() -> list[BaseRoute]:
    """To be mounted before Streamlit's own."""
    return [
        Route("/present", to_the_newest),
        Route("/present/{meeting}", _slides),
        Route("/present/{meeting}/position", _position, methods=["GET"]),
        Route("/present/{meeting}/position", _move, methods=["POST"]),
        Route("/present/{meeting}/clock", _clock, methods=["POST"]),
        Route("/present/{meeting}/again", _again, methods=["POST"]),
        Route("/present/{meeting}/agreed", _agreed),
        *chair.routes(),
        Mount("/presenting", StaticFiles(directory=FILES)),
    ]


def _slides(request: Request) -> Response:
    store = the_store()
    try:
        found = deck_to_show(request)
    except ValueError as problem:
        return nothing(str(problem))
    state = json.dumps(standing(store, found.deck, position(store, found.deck.edition.meeting)))
    return HTMLResponse(render("present.html", deck=found.deck, slides=slides(store, found), state=state))


def _position(request: Request) -> Response:
    store, deck = the_store(), deck_known(request).deck
    return JSONResponse(standing(store, deck, position(store, deck.edition.meeting)))


async def _move(request: Request) -> Response:
    asks = await asked.read(request, asked.Move)

    def change(store: Store, meeting: date, deck: Deck) -> Position:
        slide = deck.slide(asks.slide)
        turn = None if slide.reserve else slide.agency
        return move(store, meeting, slide.id, turn, seen=asks.seen, at=now())

    return await run_in_threadpool(_changed, request, change)


async def _clock(request: Request) -> Response:
    asks = await asked.read(request, asked.Clock)

    def change(store: Store, meeting: date, _: Deck) -> Position:
        return run_clock(store, meeting, asks.running, seen=asks.seen, at=now())

    return await run_in_threadpool(_changed, request, change)


async def _again(request: Request) -> Response:
    asks = await asked.read(request, asked.Again)

    def change(store: Store, meeting: date, _: Deck) -> Position:
        return begin_again(store, meeting, seen=asks.seen)

    return await run_in_threadpool(_changed, request, change)


def _changed(request: Request, change: Change) -> Response:
    """Where the meeting stands after a change, or without it where another screen was quicker (`overtaken`)."""
    store, deck = the_store(), deck_known(request).deck
    try:
        return JSONResponse(standing(store, deck, change(store, deck.edition.meeting, deck)))
    except Moved as answer:
        return JSONResponse({**standing(store, deck, answer.now), "overtaken": True})


def _agreed(request: Request) -> Response:
    deck = deck_known(request).deck
    return HTMLResponse(render("agreed.html", **agreed(the_store(), deck.edition.meeting)))
