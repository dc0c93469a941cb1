"""A file being looked at: read once, kept for its sender's session until it is accepted, replaced or taken away."""

from datetime import date, datetime

import streamlit as st
from pydantic import BaseModel, ConfigDict

from metrics.clock import now
from metrics.intake import Guess, Undated, read_delivery
from metrics.intake.own.kept import confirmed_by
from metrics.intake.source import hash_of
from metrics.store import AlreadyReceived, Store
from metrics.submission import Delivery, Refused
from metrics.taking.preview import Preview, preview


class Reading(BaseModel):
    """A delivery and what it would change; `refusal` says why it cannot be taken when there is no preview."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    content_hash: str
    agency: str
    dataset: str | None
    covers_from: date | None
    as_at: date | None
    delivery: Delivery
    preview: Preview | None = None
    refusal: str = ""

    def is_of(self, content_hash: str, agency: str, dataset: str | None, covers_from: date | None, as_at: date | None) -> bool:
        """Whether it answers this question."""
        mine = (self.content_hash, self.agency, self.dataset, self.covers_from, self.as_at)
        return mine == (content_hash, agency, dataset, covers_from, as_at)


def read_file(
    store: Store,
    content: bytes,
    agency: str,
    dataset: str | None,
    *,
    covers_from: date | None = None,
    as_at: date | None = None,
) -> Reading:
    """Read a file, or give back what was read of it a moment ago. Raises Refused with one sentence."""
    content_hash = hash_of(content)
    place = "reading" if as_at is None else "reading as dated"
    held: Reading | None = st.session_state.get(place)
    if held is not None and held.is_of(content_hash, agency, dataset, covers_from, as_at):
        return held
    delivery = store.held_against(_delivered(store, content, agency, dataset, covers_from, as_at))
    asked = Reading(
        content_hash=content_hash, agency=agency, dataset=dataset, covers_from=covers_from, as_at=as_at, delivery=delivery
    )
    reading = asked.model_copy(update=_looked_at(store, delivery))
    st.session_state[place] = reading
    return reading


def read_as_guessed(store: Store, content: bytes, agency: str) -> Reading:
    """Read a file that does not say which day it stands for, as on the day it most probably is. Raises Refused."""
    guess = _guess(store, content, agency)
    return read_file(store, content, agency, None, as_at=guess.as_at)


def evidence(content_hash: str) -> str:
    """Why the day of a file that was read as guessed is most probably that day."""
    found: tuple[str, Guess] = st.session_state["guess"]
    return found[1].evidence if found[0] == content_hash else ""


def _guess(store: Store, content: bytes, agency: str) -> Guess:
    held: tuple[str, Guess] | None = st.session_state.get("guess")
    if held is not None and held[0] == hash_of(content):
        return held[1]
    try:
        _delivered(store, content, agency, None, None, None)
    except Undated as asked:
        st.session_state["guess"] = (hash_of(content), asked.guess)
        return asked.guess
    raise Refused("The file says itself which day it stands for.")


def read_day(text: str) -> date:
    """A day as it is typed: `30/06/2026` or `2026-06-30`. Raises ValueError with a sentence."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise ValueError(f"“{text}” is not a day. Write it as 30/06/2026.")


def _delivered(
    store: Store, content: bytes, agency: str, dataset: str | None, covers_from: date | None, as_at: date | None
) -> Delivery:
    return read_delivery(
        content,
        agency=agency,
        board=store.board,
        key=store.key,
        dataset=dataset,
        as_at=as_at,
        covers_from=covers_from,
        received_at=now(),
        held=store.held_from(agency),
        population=store.children_on,
        known=store.meanings(agency),
        mapped=confirmed_by(store, agency),
    )


def forget() -> None:
    """Let go of everything that was read."""
    for place in ("reading", "reading as dated", "guess", "looked"):
        st.session_state.pop(place, None)


def _looked_at(store: Store, delivery: Delivery) -> dict[str, object]:
    try:
        return {"preview": preview(store, delivery)}
    except AlreadyReceived as received:
        return {"refusal": str(received)}
