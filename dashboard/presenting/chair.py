"""The chair's screen: the notes of each slide, what members marked, and the log of the meeting, written while it meets."""

import json
from collections.abc import Callable
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.presenting import asked
from dashboard.presenting.decks import agreed
from dashboard.presenting.meeting_of import deck_known, deck_to_show, nothing, to_the_newest
from dashboard.presenting.rendering import render
from dashboard.presenting.standing import standing
from dashboard.store_access import the_store
from metrics.board import Board
from metrics.clock import now
from metrics.meeting_log.actions import agree
from metrics.meeting_log.challenges import Question, ask
from metrics.meeting_log.marked import challenge_with, marked_questions
from metrics.presenting.notes import known_before, notes_for
from metrics.presenting.position import position
from metrics.presenting.slides import Deck, Slide
from metrics.store import Store

EACH_AGENCY = "each"


def routes() -> list[BaseRoute]:
    return [
        Route("/chair", to_the_newest),
        Route("/chair/{meeting}", _screen),
        Route("/chair/{meeting}/log", _log),
        Route("/chair/{meeting}/challenge", _challenge, methods=["POST"]),
        Route("/chair/{meeting}/action", _action, methods=["POST"]),
    ]


def _screen(request: Request) -> Response:
    store = the_store()
    try:
        deck = deck_to_show(request).deck
    except ValueError as problem:
        return nothing(str(problem))
    meeting = deck.edition.meeting
    known = known_before(store, deck, now().date())
    html = render(
        "chair.html",
        deck=deck,
        notes={each.id: notes_for(known, each) for each in deck.slides},
        about={each.id: _about(known.board, each) for each in deck.slides},
        due=known.board.next_meeting_after(meeting),
        state=json.dumps(standing(store, deck, position(store, meeting))),
        **_logged(store, deck),
    )
    return HTMLResponse(html)


def _log(request: Request) -> Response:
    return HTMLResponse(render("chair_log.html", **_logged(the_store(), deck_known(request).deck)))


def _logged(store: Store, deck: Deck) -> dict[str, object]:
    """What the meeting has asked and agreed, and what members marked before it."""
    meeting = deck.edition.meeting
    return {**agreed(store, meeting), "marked": marked_questions(store, meeting), "meeting": meeting}


async def _challenge(request: Request) -> Response:
    asks = await asked.read(request, asked.Challenge)

    def log(store: Store, meeting: date) -> str:
        if asks.marked:
            made = challenge_with(store, asks.marked, asks.to, by=asks.by, at=now(), due=asks.due, indicator=asks.indicator)
        else:
            question = Question(
                meeting=meeting,
                indicator=asks.indicator,
                to=asks.to,
                asked_by=asks.asked_by,
                question=asks.question,
                due=asks.due,
            )
            made = ask(store, question, by=asks.by, at=now())
        return f"Challenge {made.reference} is logged."

    return await run_in_threadpool(_kept, request, log)


async def _action(request: Request) -> Response:
    asks = await asked.read(request, asked.Action)

    def log(store: Store, meeting: date) -> str:
        made = agree(
            store,
            meeting,
            asks.text,
            by=asks.by,
            at=now(),
            owners=(asks.owner,) if asks.owner != EACH_AGENCY else (),
            each_agency=asks.owner == EACH_AGENCY,
            due=asks.due,
            indicator=asks.indicator,
        )
        return f"Action {made.reference} is logged."

    return await run_in_threadpool(_kept, request, log)


def _kept(request: Request, log: Callable[[Store, date], str]) -> Response:
    """What was logged, or the sentence that says why it cannot be."""
    try:
        return JSONResponse({"said": log(the_store(), deck_known(request).deck.edition.meeting)})
    except ValueError as problem:
        return JSONResponse({"problem": str(problem)})


def _about(board: Board, slide: Slide) -> tuple[str, str]:
    """The line and the agency that a challenge on a slide is most likely about: its own, or its agency's gravest line."""
    line = slide.line or next(iter(slide.lines), None)
    owner = board.owner(line.indicator.owner) if line else None
    return (line.indicator.id if line else "", slide.agency or (owner.id if owner else ""))
