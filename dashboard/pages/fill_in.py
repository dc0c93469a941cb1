"""Fill in: an agency without an export types its few figures, and sends them as it would send a file."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.before_after import receipt_box
from dashboard.choices import asked_for, choose
from dashboard.html_table import folded, html_pairs
from dashboard.page_html import draw, style
from dashboard.store_access import the_store
from metrics import explain, words
from metrics.board import Agency, Board
from metrics.clock import now
from metrics.datasets.returns import STATUSES
from metrics.gaps.missing import quarters_to
from metrics.meetings import last_finished_quarter
from metrics.periods import Frequency, Period, period_of, periods_between
from metrics.returns.form import Asked, Entry, asked_of, begun, checked, keep_draft, lacking, typed_delivery
from metrics.returns.said import Fault
from metrics.store import AlreadyReceived, Store
from metrics.submission import Refused, Severity
from metrics.taking.deciding import LONGEST, take
from metrics.taking.receipt import receipt

NOBODY = ""
INTRODUCTION = (
    "For an agency that has no file to send. Type this period’s figures, or say why there is none. Only figures are asked for: "
    "never write anything by which a person could be known."
)


def page() -> None:
    """The form of the agency named by `?agency=` for the period named by `?period=`."""
    style()
    store, today = the_store(), now().date()
    board = store.board
    draw(f'<header class="finding"><h1>Fill in figures</h1><p>{escape(INTRODUCTION)}</p></header>')
    if "typed receipt" in st.session_state:
        draw(receipt_box(st.session_state.pop("typed receipt")))
    returning = [each for each in board.agencies if each.returns]
    if not returning:
        st.info("The board file names no agency that returns figures. Add to an agency: returns = [...], with indicators.")
        return
    with st.container(width=880):
        first, second = st.columns([2, 1])
        with first:
            agency = _agency(returning)
        with second:
            period = _period(today)
        if agency is None:
            st.info("Choose the agency whose figures you fill in.")
            return
        _form(store, board, agency, period)


def _agency(returning: Sequence[Agency]) -> Agency | None:
    names = {NOBODY: "Choose your agency", **{each.id: each.name for each in returning}}
    asked = asked_for("agency") or os.environ.get("SCORECARD_AGENCY", "")
    chosen = choose("Agency", "agency", list(names), asked if asked in names else NOBODY, lambda each: names[each])
    return next((each for each in returning if each.id == chosen), None)


def _period(today: date) -> Period:
    """The newest quarter that has ended, unless another is chosen: earlier ones, months, years."""
    offered = {each.label: each for each in periods_offered(today)}
    asked = asked_for("period")
    current = asked if asked in offered else next(iter(offered))
    return offered[choose("Period", "period", list(offered), current, words.period)]


def periods_offered(today: date) -> list[Period]:
    """Two years of quarters that have ended, then a year of months, then three years."""
    quarters = quarters_to(last_finished_quarter(today), 8)
    months = periods_between(quarters[-4].first_day, today, Frequency.MONTH)
    years = periods_between(quarters[0].first_day, today, Frequency.YEAR)
    ended = [each for each in (*months[::-1], *years[::-1]) if each.last_day < period_of(today, Frequency.MONTH).first_day]
    return [*quarters[::-1], *ended]


@st.fragment  # what is typed in one field draws the form anew, and not the menu around it
def _form(store: Store, board: Board, agency: Agency, period: Period) -> None:
    today = now().date()
    asked = asked_of(store, agency, period, today)
    held = _held(store, agency, period, asked)
    places = {each.indicator.id: _question(each, board, agency, period, held) for each in asked}
    entries = {name: entry for name, (entry, _) in places.items()}
    for name, found in checked(store, period, entries, today).items():
        with places[name][1]:
            _say(found)
    blank = lacking(asked, entries)
    filled = f"{len(asked) - len(blank)} of {words.count_of(len(asked), 'figure')} filled in."
    draw(f'<p role="status">{escape(filled)}</p>')
    save, send, _ = st.columns([3, 3, 4])
    with save:
        if st.button("Save and come back later"):
            keep_draft(store, agency.id, period, entries)
            st.success("Saved. Nobody but your agency’s form shows it until you send it.")
    with send:
        sent = st.button("Send to the board", type="primary")
    reason = st.text_input(
        "Only where you change a figure that the board has already seen: why", max_chars=LONGEST, key=f"{agency.id}:reason"
    )
    if sent:
        _send(store, board, agency, period, entries, reason or "")


def _held(store: Store, agency: Agency, period: Period, asked: Sequence[Asked]) -> Mapping[str, Entry]:
    """What the fields hold when the form is opened: kept for the session, for a field must not change under its typist."""
    key = f"begun:{agency.id}:{period.label}"
    if key not in st.session_state:
        st.session_state[key] = begun(store, agency.id, period, asked)
    found: Mapping[str, Entry] = st.session_state[key]
    return found


def _question(
    asked: Asked, board: Board, agency: Agency, period: Period, held: Mapping[str, Entry]
) -> tuple[Entry, DeltaGenerator]:
    """One indicator's fields, and the place under them where its checks are said."""
    indicator, holds = asked.indicator, held.get(asked.indicator.id, Entry())
    key = f"{agency.id}:{period.label}:{indicator.id}"
    with st.container(border=True):
        draw(
            f'<h2>{escape(indicator.title)}</h2><p class="quiet">{escape(asked.before)}</p>'
            + folded("Definition", html_pairs(explain.definition(indicator, board)))
        )
        fields = st.columns(2) if asked.denominator_is else [st.container()]
        with fields[0]:
            numerator = _number(asked.numerator_is, holds.numerator, f"{key}:numerator", whole=asked.is_whole)
        denominator = None
        if asked.denominator_is:
            with fields[1]:
                denominator = _number(asked.denominator_is, holds.denominator, f"{key}:denominator", whole=asked.is_whole)
        left, right = st.columns(2)
        with left:
            status = _status(indicator.short, holds.status, f"{key}:status")
        with right:
            note = st.text_input(f"Note: {indicator.short}", value=holds.note, key=f"{key}:note", max_chars=200)
        place = st.container()
    return Entry(numerator=numerator, denominator=denominator, status=status, note=(note or "").strip()), place


def _number(label: str, held: float | None, key: str, *, whole: bool) -> float | None:
    if whole and (held is None or held == int(held)):
        counted: int | None = st.number_input(
            label, min_value=0, step=1, value=None if held is None else int(held), key=key, placeholder="no figure"
        )
        return counted
    typed: float | None = st.number_input(
        label, min_value=0.0, step=0.1, format="%.2f", value=held, key=key, placeholder="no figure"
    )
    return typed


def _status(short: str, held: str, key: str) -> str:
    options = ["", *(each for each in STATUSES if each != "figure")]
    named = {"": "There is a figure", **STATUSES}
    return st.selectbox(
        f"If there is no figure, why: {short}",
        options,
        index=options.index(held) if held in options else 0,
        format_func=lambda each: named[each],
        key=key,
    )


def _say(found: Sequence[Fault]) -> None:
    for fault in found:
        (st.error if fault.severity is Severity.BLOCK else st.warning)(fault.sentence)


def _send(store: Store, board: Board, agency: Agency, period: Period, entries: Mapping[str, Entry], reason: str) -> None:
    try:
        delivery = typed_delivery(store, board, agency, period, entries)
        taken = take(store, delivery, reason=reason)
    except (Refused, AlreadyReceived) as answer:
        st.error(str(answer))
        return
    keep_draft(store, agency.id, period, {})
    st.session_state.pop(f"begun:{agency.id}:{period.label}", None)
    st.session_state["typed receipt"] = receipt(board, delivery, taken.numbers)
    st.rerun()
