"""Send data: a file is read, explained and shown as it would count, before anything is kept."""

import os
from collections.abc import Sequence
from datetime import date
from functools import partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.before_after import change_table, moved_table, read_table, receipt_box, restated_table
from dashboard.bundle_parts import NO_ROW_MOVES, bundle_read
from dashboard.confirming import confirmed
from dashboard.html_table import folded
from dashboard.known_files import known_files
from dashboard.own_columns import ask_columns, columns_confirmed
from dashboard.page_html import draw, style
from dashboard.problem_list import problem_csv, problem_table, rule_table
from dashboard.reading import Reading, evidence, forget, read_as_guessed, read_day, read_file
from dashboard.store_access import the_store
from metrics import words
from metrics.board import Board
from metrics.datasets import contract, contracts
from metrics.datasets.returns import Return
from metrics.intake import NEVER_DATED, OWN, WIDE, Recognised, Unmapped, recognise, together
from metrics.intake.own.kept import confirmed_by
from metrics.store import AlreadyReceived, Store
from metrics.submission import Refused
from metrics.taking.deciding import LONGEST, NeedsReason, refuse, take
from metrics.taking.quality import without_problem
from metrics.taking.receipt import leaving, receipt, unexpected
from metrics.templates import described, template_csv

NO_RECORDS = (
    "This board keeps no records of children. Prepare your counts inside your agency and send the bundle here: scorecard "
    "prepare FILE --agency ID --board board.toml --out BUNDLE. Figures that you return and sheets of figures are taken as they "
    "are."
)
INTRODUCTION = (
    "The file is read on this machine. Identifiers are turned into keyed hashes and dates of birth into age bands while it is "
    "read. Nothing is kept until you accept it."
)
TABLES = ("csv", "workbook")
"""The formats whose dataset their headings say, where only one fits."""
UNDATED = ("annex_a", "ssda903", "ssd")
"""The formats that do not say which day they stand for."""


def page() -> None:
    """Choose an agency, drop a file, read what it says, accept it."""
    style()
    store = the_store()
    board = store.board
    first = INTRODUCTION if board.store.child_level else NO_RECORDS
    draw(f'<header class="finding"><h1>Send data</h1><p>{escape(first)}</p></header>')
    if "receipt" in st.session_state:
        draw(receipt_box(st.session_state["receipt"]))
    if "refused" in st.session_state:
        st.info(st.session_state["refused"])
    with st.container(width=880):
        agency = _agency(board)
        given = st.file_uploader(
            "The file: a return that you already make, an extract of your own system, or a filled-in template",
            type=["csv", "xml", "xlsx", "xlsm", "ods", "zip", "bundle"],
            accept_multiple_files=True,
            key=f"file-{st.session_state.get('files_taken', 0)}",
        )
    if not given:
        forget()
        _help(board, agency)
        return
    st.session_state.pop("receipt", None)
    st.session_state.pop("refused", None)
    if agency is None:
        st.info("Choose the agency that sends this file.")
        return
    _take(store, board, agency, [(each.name, each.getvalue()) for each in given])


def _help(board: Board, agency: str | None) -> None:
    """What a sender may want to know before there is a file, or when it was refused."""
    with st.container(width=880):
        draw(_other_ways(board, agency))
        _templates(board, agency)
        draw(folded("Which files are known, and what each can tell", known_files()))


def _other_ways(board: Board, agency: str | None) -> str:
    together_too = "<p>The tables of one return can be sent together.</p>"
    if agency is None:
        return together_too
    link = escape(urlencode({"agency": agency}))
    by_hand = (
        f'<p>No file? <a href="fill_in?{link}" target="_self">Fill in the figures by hand</a>.</p>'
        if board.agency(agency).returns
        else ""
    )
    before = f'<p><a href="data_quality?{link}" target="_self">How good the files before this one were</a></p>'
    return together_too + by_hand + before


def _agency(board: Board) -> str | None:
    known = [each.id for each in board.agencies]
    given = os.environ.get("SCORECARD_AGENCY", "")
    return st.selectbox(
        "Agency",
        known,
        index=known.index(given) if given in known else None,
        format_func=lambda each: board.agency(each).name,
        placeholder="Choose the agency that sends the file",
        key="sender",
    )


def _templates(board: Board, agency: str | None) -> None:
    sent = board.agency(agency).templates if agency else ()
    with st.expander("Templates: which columns are read, and what they mean"):
        name = st.selectbox(
            "Dataset", sent or tuple(contracts()), format_func=lambda each: contract(each).title, key="template"
        )
        st.download_button(
            f"Download the template {name}.csv",
            data=partial(template_csv, name),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.code(described(name), language=None, wrap_lines=True)


def _take(store: Store, board: Board, agency: str, given: Sequence[tuple[str, bytes]]) -> None:
    try:
        content = given[0][1] if len(given) == 1 else together(given)
        found = _recognised(store, board, agency, content)
        if found is None:
            return
        if found.format == WIDE and not confirmed(store, agency, content):
            return
        dataset = _dataset(found)
        if found.format in TABLES and dataset is None:
            return
        reading = _read(store, content, agency, found, dataset)
    except Refused as refused:
        st.error(f"{refused} Nothing has been taken.")
        _help(board, agency)
        return
    _show(board, reading)
    _offer(store, board, reading)


def _recognised(store: Store, board: Board, agency: str, content: bytes) -> Recognised | None:
    """What the file is; None where its sender has to say first what its columns are."""
    try:
        found = recognise(content, board.agency(agency).sends, confirmed_by(store, agency))
    except Unmapped:
        ask_columns(store, agency, content)
        return None
    draw(f"<p><b>{escape(found.sentence)}</b></p>")
    if found.format == OWN:
        columns_confirmed(store, agency, content)
    return found


def _read(store: Store, content: bytes, agency: str, found: Recognised, dataset: str | None) -> Reading:
    """The file as it stands for the days that it says, or that its sender does."""
    if found.format in UNDATED:
        return _as_at(store, content, read_as_guessed(store, content, agency))
    reading = read_file(store, content, agency, dataset)
    says_itself = found.format in NEVER_DATED or reading.delivery.submissions[0].dataset == Return.dataset
    return reading if says_itself else _dated(store, content, reading)


def _as_at(store: Store, content: bytes, reading: Reading) -> Reading:
    """The one day that a return stands for and does not say: our best guess and why, which the sender can correct."""
    guess = max(each.as_at for each in reading.delivery.submissions)
    with st.columns(3)[0]:
        as_at = _day("As at (the day it stands for)", guess, f"as-at-{reading.content_hash}")
    draw(f"<p>The file does not say its day. {escape(words.capital(evidence(reading.content_hash)))}.</p>")
    return reading if as_at == guess else read_file(store, content, reading.agency, None, as_at=as_at)


def _dataset(found: Recognised) -> str | None:
    if found.format not in TABLES or found.dataset:
        return found.dataset
    with st.container(width=880):
        return st.selectbox(
            "Its headings fit more than one dataset. Which is it?",
            sorted(contracts(), key=lambda each: contract(each).title not in found.title),
            index=None,
            format_func=lambda each: contract(each).title,
            placeholder="Choose the dataset",
            key="dataset",
        )


def _dated(store: Store, content: bytes, reading: Reading) -> Reading:
    """The days the file is about: our best guess, which the sender can correct."""
    guess = reading.delivery.submissions[0]
    first, second, _ = st.columns(3)
    with first:
        covers_from = _day("It covers every day from", guess.covers_from, f"from-{reading.content_hash}")
    with second:
        as_at = _day("As at (the last day it covers)", guess.covers_to, f"as-at-{reading.content_hash}")
    if (covers_from, as_at) == (guess.covers_from, guess.covers_to):
        return reading
    return read_file(store, content, reading.agency, reading.dataset, covers_from=covers_from, as_at=as_at)


def _day(label: str, guess: date, key: str) -> date:
    typed = st.text_input(f"{label}, as day/month/year", value=words.day_to_type(guess), key=key)
    try:
        return read_day(typed or "")
    except ValueError as problem:
        st.error(f"{problem} {words.day(guess)} is used until then.")
        return guess


def _show(board: Board, reading: Reading) -> None:
    delivery = reading.delivery
    for sentence in unexpected(board, delivery):
        st.warning(sentence)
    draw("<h2>What was read</h2>" + read_table(delivery) + _notes(delivery.notes))
    problems = delivery.problems
    if delivery.bundle:
        draw(bundle_read(board, delivery))
        return
    if not problems:
        draw("<p>No problem was found.</p>")
        return
    draw(
        f"<h2>{escape(words.capital(words.count_of(len(problems), 'problem')))}, by rule</h2>"
        f"<p>{escape(without_problem(delivery))}</p>" + rule_table(problems) + "<h2>Row by row</h2>" + problem_table(problems)
    )
    st.download_button(
        "Download all problems as CSV",
        data=partial(problem_csv, problems),
        file_name="problems.csv",
        mime="text/csv",
        on_click="ignore",
    )


def _notes(notes: Sequence[str]) -> str:
    """What is to be known of the whole file, in one list."""
    if not notes:
        return ""
    return f"<h3>To know of this file</h3><ul>{''.join(f'<li>{escape(each)}</li>' for each in notes)}</ul>"


def _offer(store: Store, board: Board, reading: Reading) -> None:
    if reading.preview is None:
        st.info(reading.refusal)
        return
    for sentence in leaving(reading.preview):
        st.warning(sentence)
    draw(
        "<h2>What would change</h2>"
        + change_table(reading.preview)
        + "<h2>Which rows come and go</h2>"
        + (f"<p>{escape(NO_ROW_MOVES)}</p>" if reading.delivery.bundle else moved_table(reading.preview))
    )
    restated = reading.preview.restated
    if restated:
        draw(f"<h2>What the board has seen and would be restated</h2>{restated_table(reading.preview)}")
    note, reason = _words(restated=bool(restated))
    said = st.container()  # above the buttons: below them the page may end
    accept, refuse_it, _ = st.columns([2, 2, 5])
    with accept:
        accepted = st.button("Accept this file", type="primary", use_container_width=True)
    with refuse_it:
        refused = st.button("Refuse this file", use_container_width=True)
    with said:
        if accepted:
            _accept(store, board, reading, note, reason)
        if refused:
            _refuse(store, reading, note)


def _words(*, restated: bool) -> tuple[str, str]:
    """What is to be kept with the file: a note, and a reason where it restates what the board has seen."""
    draw("<h2>Accept or refuse</h2>")
    with st.container(width=880):
        note = st.text_area(
            "Note: what the board should know of this file, or why it is refused", max_chars=LONGEST, key="note"
        )
        if not restated:
            return note or "", ""
        reason = st.text_area(
            "Reason: why figures that the board has seen are restated. It is shown beside them",
            max_chars=LONGEST,
            key="reason",
        )
    return note or "", reason or ""


def _accept(store: Store, board: Board, reading: Reading, note: str, reason: str) -> None:
    try:
        taken = take(store, reading.delivery, note=note, reason=reason)
    except AlreadyReceived as received:
        st.info(str(received))
        return
    except NeedsReason as asked:
        st.error(f"{asked} Nothing has been taken.")
        return
    st.session_state["receipt"] = receipt(board, reading.delivery, taken.numbers)
    _next_file()


def _refuse(store: Store, reading: Reading, note: str) -> None:
    try:
        refuse(store, reading.delivery, note=note)
    except ValueError as asked:
        st.error(str(asked))
        return
    st.session_state["refused"] = f"Refused, and kept in the record with its note: {note.strip()}"
    _next_file()


def _next_file() -> None:
    st.session_state["files_taken"] = st.session_state.get("files_taken", 0) + 1
    forget()
    st.rerun()
