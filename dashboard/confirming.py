"""What the names and words of a sheet mean: proposed in lists to choose from, confirmed once by the agency that sends it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.html_table import folded
from dashboard.page_html import draw
from dashboard.reading import forget
from metrics import words
from metrics.catalogue import read_catalogue
from metrics.clock import now
from metrics.datasets.returns import BLANKS, STATUSES
from metrics.intake import proposed
from metrics.periods import Frequency, add_months, periods_between
from metrics.returns.names import find_period
from metrics.store import Store
from metrics.wide.columns import NOT_READ
from metrics.wide.meanings import Meanings
from metrics.wide.proposal import Proposal, Question

OPEN = ""
HEADS = {
    "names": "Which indicator is each row?",
    "words": "Why is there no figure where the sheet writes this?",
    "columns": "Which period is each column?",
}


def confirmed(store: Store, agency: str, content: bytes) -> bool:
    """Whether every word of the sheet is known. Where some are not, they are asked here, and the page ends.

    Raises Refused where the sheet holds no figures under periods.
    """
    proposal = proposed(content, store.meanings(agency))
    if proposal.open:
        draw(_read(proposal))
        _ask(store, agency, proposal.open, proposal, "Confirm what they mean")
        return False
    with st.expander("What the names of this sheet are taken to mean"):
        _ask(store, agency, [each for each in proposal.questions if each.places], proposal, "Correct what they mean")
    return True


def _read(proposal: Proposal) -> str:
    asked = words.count_of(len(proposal.open), "name or word", "names or words")
    periods = ", ".join(words.period(each) for each in proposal.periods) or "none"
    notes = folded("What of the sheet is not read", "".join(f"<p>{escape(each)}</p>" for each in proposal.notes))
    return (
        f"<h2>What does the sheet say?</h2><p>{words.count_of(proposal.rows, 'row')} of figures for {escape(periods)}. "
        f"{words.capital(asked)} of it {'is' if len(proposal.open) == 1 else 'are'} to be confirmed: it is remembered for this "
        f"agency, and not asked again.</p>{notes if proposal.notes else ''}"
    )


def _ask(store: Store, agency: str, questions: Sequence[Question], proposal: Proposal, label: str) -> None:
    with st.form(f"meanings {label}"):
        answers = {each: _list(each, proposal) for kind in HEADS for each in _of_kind(questions, kind)}
        sent = st.form_submit_button(label, type="primary" if proposal.open else "secondary")
    if not sent:
        return
    left = [each.written for each, means in answers.items() if means == OPEN]
    if left:
        st.error(f"Still open: {', '.join(left)}. Choose what each means, or that it is none of ours.")
        return
    found = {kind: {each.written: means for each, means in answers.items() if each.kind == kind} for kind in HEADS}
    store.remember(agency, Meanings(**found))
    forget()
    st.rerun()


def _of_kind(questions: Sequence[Question], kind: str) -> list[Question]:
    found = [each for each in questions if each.kind == kind]
    if found:
        draw(f"<h3>{escape(HEADS[kind])}</h3>")
    return found


def _list(question: Question, proposal: Proposal) -> str:
    options = [OPEN, NOT_READ, *_choices(question, proposal)]
    where = "; ".join(question.places[:3])
    chosen: str | None = st.selectbox(
        f"{question.written} ({where})" if where else question.written,
        options,
        index=options.index(question.means) if question.means in options else 0,
        format_func=lambda each: _said(question.kind, each),
        key=f"means:{question.kind}:{question.written}",
    )
    return chosen or OPEN


def _choices(question: Question, proposal: Proposal) -> list[str]:
    """What a word may mean, the likeliest first."""
    if question.kind == "words":
        return list(BLANKS)
    if question.kind == "names":
        likely = [each for each in (question.means, *question.alternatives) if each in read_catalogue()]
        return [*dict.fromkeys([*likely, *read_catalogue()])]
    known = [find_period(each) for each in proposal.periods]
    today = now().date()
    first = min([add_months(today, -36), *(each.first_day for each in known)])
    last = max([today, *(each.last_day for each in known)])
    every = (each for frequency in Frequency for each in periods_between(first, last, frequency))
    return [*dict.fromkeys([*([question.means] if question.means else []), *(each.label for each in every)])]


def _said(kind: str, means: str) -> str:
    if means == OPEN:
        return "Choose"
    if means == NOT_READ:
        return {"names": "None of ours", "words": "It says nothing", "columns": "Not to be read"}[kind]
    if kind == "names":
        return read_catalogue()[means].title
    return STATUSES[means] if kind == "words" else words.period(means)
