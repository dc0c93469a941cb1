"""Which meeting an address is about, and the page that stands where there is nothing to present."""

from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from dashboard.presenting.decks import Ready, newest_meeting, ready
from dashboard.presenting.rendering import render
from dashboard.store_access import the_store


def deck_to_show(request: Request) -> Ready:
    """The deck of the meeting that the address names. Raises ValueError with a sentence."""
    try:
        meeting = date.fromisoformat(request.path_params["meeting"])
    except ValueError as problem:
        raise ValueError("The address names no day. A meeting's slides are at /present/ and its day: 2026-12-10.") from problem
    return ready(the_store(), meeting)


def deck_known(request: Request) -> Ready:
    """The same, where a page of ours asks. Answers 404 where there is none."""
    try:
        return deck_to_show(request)
    except ValueError as problem:
        raise HTTPException(404, str(problem)) from problem


def to_the_newest(request: Request) -> Response:
    """From `/present` or `/chair` to the meeting whose scorecard is the newest."""
    meeting = newest_meeting(the_store())
    page = request.url.path.strip("/")
    return RedirectResponse(f"/{page}/{meeting.isoformat()}") if meeting else nothing("No scorecard has been frozen yet.")


def nothing(sentence: str) -> Response:
    """What stands where there is nothing to present, and why."""
    return HTMLResponse(render("missing.html", sentence=sentence), status_code=404)
