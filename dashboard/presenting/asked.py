"""What the screens of a meeting ask of the server: small models, and the check that it is our own page that asks."""

from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from pydantic import Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from metrics.frozen import Frozen

LONGEST_BODY = 20_000
Asked = TypeVar("Asked", bound=Frozen)


class Move(Frozen):
    """To another slide, by somebody who saw that version."""

    slide: str = Field(max_length=200)
    seen: int


class Clock(Frozen):
    """The clock of the turn is to run, or to stand."""

    running: bool
    seen: int


class Again(Frozen):
    seen: int


class Challenge(Frozen):
    """A question to log, on a line of the scorecard; `by` is the role of who logs it.

    `marked` is the key of the question that a member marked before the meeting, where it is that one: its words and who asked
    it stay as they were marked.
    """

    indicator: str
    to: str
    question: str
    asked_by: str
    by: str
    marked: str = ""
    due: date | None = None


class Action(Frozen):
    """What was agreed, to log; `owner` is an agency's id, or `each` for each agency."""

    text: str
    owner: str
    by: str
    indicator: str = ""
    due: date | None = None


async def read(request: Request, model: type[Asked]) -> Asked:
    """What a page of ours asks. Anything from another site, or that is not understood, is refused."""
    if not _is_ours(request):
        raise HTTPException(403, "This was not asked by a page of the scorecard itself.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            raise HTTPException(413, "This is longer than anything a page of the scorecard asks.")
    try:
        return model.model_validate_json(body)
    except ValidationError as problem:
        where = ", ".join(".".join(map(str, each["loc"])) for each in problem.errors())
        raise HTTPException(400, f"This is not understood: {where or 'its form'}.") from problem


def _is_ours(request: Request) -> bool:
    """Sent as JSON, which a foreign page's form cannot do, and from an address of this server, where the browser says it."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    same = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    return kind == "application/json" and same and site == "same-origin"
