"""What an extract of an agency's own system is: proposed column by column with the evidence, confirmed once by its sender."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.html_table import Row, folded, html_table
from dashboard.page_html import draw
from dashboard.reading import forget
from metrics import words
from metrics.datasets import Column, contract, contracts
from metrics.datasets.returns import Return
from metrics.intake.opened import Opened
from metrics.intake.own.codes import choices
from metrics.intake.own.kept import confirmed_by, last_like, remember
from metrics.intake.own.mapping import JOINED, OwnMapping
from metrics.intake.own.proposal import (
    FieldProposed,
    Looked,
    OwnProposal,
    WordAsked,
    described,
    likely_datasets,
    look,
    propose_own,
)
from metrics.intake.own.table import own_table
from metrics.intake.source import hash_of
from metrics.store import Store
from metrics.submission import Refused
from metrics.wide.columns import NOT_READ

OPEN = ""
ASKED = (
    "Read what each is taken for, correct it, and confirm it once: the next file of this agency with the same headings is "
    "taken without asking. Nothing of the file has been kept."
)
MOST_NAMED = 6


def ask_columns(store: Store, agency: str, content: bytes) -> None:
    """Ask what a table under headings of its sender's own is. Ends with the button that confirms it."""
    looked = _looked(content)
    rows = words.capital(words.count_of(looked.rows, "row"))
    draw(
        f"<h2>What is in this file?</h2><p>{escape(rows)} under {len(looked.headings)} headings of its sender’s own. "
        f"{escape(ASKED)}</p>"
    )
    _ask(store, agency, looked, "Confirm what the columns are")


def columns_confirmed(store: Store, agency: str, content: bytes) -> None:
    """By what an extract is read: who said so and when, and the same questions again for whoever would correct it."""
    looked = _looked(content)
    held = confirmed_by(store, agency)(looked.headings)
    if held is None:
        return
    by = f" by {held.kept.confirmed_by}" if held.kept.confirmed_by else ""
    at = f" on {words.moment(held.kept.confirmed_at)}" if held.kept.confirmed_at else ""
    draw(f"<p>What its columns are was confirmed{escape(by)}{escape(at)}.</p>")
    with st.expander("How its columns are read: look, or correct it"):
        _ask(store, agency, looked, "Confirm the correction")


def _looked(content: bytes) -> Looked:
    held: tuple[str, Looked] | None = st.session_state.get("looked")
    if held is not None and held[0] == hash_of(content):
        return held[1]
    table = own_table(Opened(content))
    if table is None:
        raise Refused("The file holds no table of records.")
    found = look(table)
    st.session_state["looked"] = (hash_of(content), found)
    return found


def _ask(store: Store, agency: str, looked: Looked, label: str) -> None:
    last = last_like(store, agency, looked.headings)
    sends = store.board.agency(agency).sends
    first = propose_own(looked, sends, last=last)
    dataset = _dataset(first, likely_datasets(looked, sends), sends)
    proposal = propose_own(looked, sends, dataset=dataset, last=last) if dataset else None
    if proposal is None:
        return
    draw("<h3>Which column is which?</h3>")
    chosen = described(looked, proposal.dataset, _fields(proposal), last)
    codes = _words(chosen)
    draw(_not_kept(chosen))
    _confirm(store, agency, chosen, codes, label)


def _dataset(first: OwnProposal | None, likely: Sequence[str], sends: Sequence[str]) -> str | None:
    options = [*dict.fromkeys([*([first.dataset] if first else []), *likely, *sends, *contracts()])]
    options.remove(Return.dataset)
    with st.container(width=440):
        return st.selectbox(
            "What is it about?",
            options,
            index=0 if first else None,
            format_func=lambda each: contract(each).title,
            placeholder="Choose the dataset",
            key="own:dataset",
        )


def _fields(proposal: OwnProposal) -> list[FieldProposed]:
    """A list for each of our columns, two beside each other, with its evidence below."""
    columns = contract(proposal.dataset).columns()
    found = []
    for place in range(0, len(columns), 2):
        for side, column in zip(st.columns(2), columns[place : place + 2], strict=False):
            proposed = next(each for each in proposal.fields if each.field == column.name)
            with side:
                found.append(_field(column, proposed, proposal))
    return found


def _field(column: Column, proposed: FieldProposed, proposal: OwnProposal) -> FieldProposed:
    label = f"{_called(column.name)}{' (required)' if column.required else ''}"
    key = f"own:{proposal.dataset}:{column.name}"
    if column.kind in JOINED:
        chosen = st.multiselect(
            label, proposal.headings, default=list(proposed.headings), max_selections=2, key=key, placeholder="Not in the file"
        )
    else:
        options = [OPEN, *proposal.headings]
        one = st.selectbox(
            label,
            options,
            index=options.index(proposed.headings[0]) if proposed.headings else 0,
            format_func=lambda each: each or "Not in the file",
            key=key,
        )
        chosen = [one] if one else []
    why = proposed.why if tuple(chosen) == proposed.headings else "As you chose"
    draw(f'<p class="evidence">{escape(column.description)} <b>{escape(why)}.</b></p>')
    return proposed.model_copy(update={"headings": tuple(chosen), "why": why})


def _words(chosen: OwnProposal) -> dict[str, dict[str, str]]:
    """What the sender's words mean, for each column of codes: three lists beside each other."""
    columns = {each.name: each for each in contract(chosen.dataset).columns()}
    headings = {each.field: " and ".join(each.headings) for each in chosen.fields}
    for name in chosen.too_many:
        st.warning(_too_many(chosen, name))
    found: dict[str, dict[str, str]] = {}
    for name in dict.fromkeys(each.field for each in chosen.words):
        asked = [each for each in chosen.words if each.field == name]
        draw(f"<h3>What do the words under “{escape(headings[name])}” mean?</h3>")
        sides = st.columns(3)
        for place, each in enumerate(asked):
            with sides[place % 3]:
                found.setdefault(name, {})[each.word] = _word(columns[name], each)
    return found


def _word(column: Column, asked: WordAsked) -> str:
    means = choices(column)
    options = [OPEN, NOT_READ, *means]
    chosen: str | None = st.selectbox(
        asked.word,
        options,
        index=options.index(asked.means) if asked.means in options else 0,
        format_func=lambda each: {OPEN: "Choose", NOT_READ: "Nothing: leave it empty"}.get(each) or means[each],
        key=f"own:word:{column.name}:{asked.word}",
    )
    return chosen or OPEN


def _not_kept(chosen: OwnProposal) -> str:
    if not chosen.dropped:
        return ""
    rows: list[Row] = [[each.heading, each.why] for each in chosen.dropped]
    named = ", ".join(each.heading for each in chosen.dropped[:MOST_NAMED])
    more = f" and {len(rows) - MOST_NAMED} more" if len(rows) > MOST_NAMED else ""
    count = words.capital(words.count_of(len(rows), "column"))
    return folded(
        f"{count} of the file {'is' if len(rows) == 1 else 'are'} not kept: {named}{more}",
        html_table("Columns that are not kept", ("Heading", "Why"), rows, look="snug", hide_caption=True),
    )


def _confirm(store: Store, agency: str, chosen: OwnProposal, codes: dict[str, dict[str, str]], label: str) -> None:
    with st.container(width=440):
        by = st.text_input("Who confirms it? A role, such as data lead: no name", max_chars=60, key="own:by")
    if not st.button(label, type="primary"):
        return
    columns = {each.field: each.headings for each in chosen.fields if each.headings}
    mapping = OwnMapping(dataset=chosen.dataset, columns=columns, codes=codes)
    if still := next((_too_many(chosen, each) for each in chosen.too_many), "") or _still_open(mapping):
        st.error(still)
        return
    remember(store, agency, chosen.headings, mapping, (by or "").strip())
    forget()
    st.rerun()


def _still_open(mapping: OwnMapping) -> str:
    if lacking := mapping.lacks():
        named = ", ".join(_called(each) for each in lacking)
        return (
            f"Still to be chosen: {named}. {contract(mapping.dataset).title} cannot be counted without: choose the column, or "
            "ask for it to be added to the extract."
        )
    left = [word for said in mapping.codes.values() for word, means in said.items() if means == OPEN]
    return f"Still open: {', '.join(left)}. Choose what each means, or that it says nothing." if left else ""


def _too_many(chosen: OwnProposal, name: str) -> str:
    heading = next(each.headings[0] for each in chosen.fields if each.field == name)
    return f"“{heading}” holds too many different words to be {_called(name).lower()}. Choose another column, or none."


def _called(name: str) -> str:
    return words.capital(name.replace("_", " "))
