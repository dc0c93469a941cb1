"""The forms of an agency and of a target."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from dashboard.writing import day_field
from metrics.board import Agency
from metrics.board.example import ROLES
from metrics.board.targets import Target
from metrics.board_settings.changing import setting_of
from metrics.board_settings.names import name_of
from metrics.catalogue import read_catalogue
from metrics.datasets import contracts
from metrics.judge.status import MEASURED, Rule

LOOK = "See what would change"
OUT = "Take it out"
BOARDS_OWN = "the board's rule"
RULES: Mapping[str, str] = {
    "within_tolerance": "per cent of the target",
    "within_points": "points from the target",
    "share_of_improvement": "share of the improvement asked for",
    "beyond_chance": "what chance allows",
}
"""The rules of status -> what amber is measured by."""
LINES = list[tuple[str, str]]


def text(label: str, held: str, key: str, **more: Any) -> str:
    return (st.text_input(label, value=held, key=key, max_chars=200, **more) or "").strip()


def whole(label: str, held: int | None, key: str, most: int, **more: Any) -> int | None:
    found: int | None = st.number_input(label, min_value=0, max_value=most, value=held, step=1, key=key, **more)
    return found


def several(label: str, held: tuple[str, ...], options: list[str], field: str, key: str) -> tuple[str, ...]:
    """Some of the datasets, indicators or themes, by their titles; those held already stay where they stand."""
    known = [*held, *(each for each in options if each not in held)]
    return tuple(st.multiselect(label, known, default=list(held), format_func=lambda each: name_of(field, each), key=key))


def fill_agency(begun: Agency | None, key: str) -> tuple[Agency | None] | None:
    """The fields of an agency: None while nothing is sent."""
    with st.form(key, width=880):
        values = _who(begun, key) | _what(begun, key)
        sent, out = buttons(begun is not None)
    if out:
        return (None,)
    if not sent:
        return None
    silent = [name_of("sends", each).lower() for each, why in values["not_recorded"].items() if not why]
    if silent:
        raise ValueError(f"Say why it does not record {silent[0]}: the scorecard shows the reason.")
    return (setting_of(Agency, values),)


def _who(begun: Agency | None, key: str) -> dict[str, Any]:
    roles = [*dict.fromkeys([*([begun.role] if begun else []), *ROLES])]
    known = begun or Agency(id="new", name="", role="")
    named = {"id": begun.id if begun else text("Short name: small letters, for links and files", "", f"{key}:id")}
    named["name"] = text("Name", known.name, f"{key}:name")
    named["role"] = st.selectbox(
        "Role: which indicators it answers for", roles, format_func=lambda each: each.replace("_", " "), key=f"{key}:role"
    )
    first, second = st.columns(2)
    with first:
        named["lead"] = text("Data lead", known.lead, f"{key}:lead")
        named["deputy"] = text("Deputy", known.deputy, f"{key}:deputy")
    with second:
        named["contact"] = text("E-mail of the data lead", known.contact, f"{key}:contact")
        named["deputy_contact"] = text("E-mail of the deputy", known.deputy_contact, f"{key}:deputy contact")
    return named


def _what(begun: Agency | None, key: str) -> dict[str, Any]:
    known = begun or Agency(id="new", name="", role="")
    sends = several("What it sends", known.sends, list(contracts()), "sends", f"{key}:sends")
    returns = several(
        "Figures that it returns, having no records to send", known.returns, list(read_catalogue()), "returns", f"{key}:returns"
    )
    due = whole(
        "Days after a period that were agreed with it (empty: its data is due by the calendar of meetings)",
        known.due_days,
        f"{key}:due",
        400,
    )
    return {"sends": sends, "returns": returns, "due_days": due, "not_recorded": _not_recorded(known, key)}


def _not_recorded(known: Agency, key: str) -> dict[str, str]:
    """What it does not record, each with its reason; an empty reason takes it out."""
    found = {
        each: text(f"Why it does not record {name_of('sends', each).lower()} (empty: it does)", why, f"{key}:not:{each}")
        for each, why in known.not_recorded.items()
    }
    others = ["", *(each for each in contracts() if each not in known.not_recorded)]
    first, second = st.columns(2)
    with first:
        another = st.selectbox(
            "Something that it does not record",
            others,
            format_func=lambda each: name_of("sends", each) if each else "nothing more",
            key=f"{key}:not",
        )
    with second:
        why = text("Why it does not record it", "", f"{key}:not why")
    return {each: reason for each, reason in found.items() if reason} | ({another: why} if another else {})


def fill_target(indicator: str, begun: Target | None, key: str) -> tuple[Target | None] | None:
    """The fields of a target, its passport among them: None while nothing is sent."""
    known = begun or Target(indicator=indicator, target="monitor")
    with st.form(key, width=880):
        values: dict[str, Any] = {"indicator": indicator}
        values["target"] = text(
            "Target, in the board's words",
            begun.target if begun else "",
            f"{key}:target",
            placeholder="95, England, neighbours, 2 points below England, monitor, 2026/27: 75; 2027/28: 80",
        )
        values |= _passport(known, key) | _figures(known, key)
        values["status"] = rule_fields(known.status, key, own=True)
        sent, out = buttons(begun is not None)
    if out:
        return (None,)
    return (setting_of(Target, values),) if sent else None


def _passport(known: Target, key: str) -> dict[str, Any]:
    first, second, third = st.columns([2, 1, 1])
    with first:
        agreed_by = text("Agreed by", known.agreed_by, f"{key}:by", placeholder="such as executive board")
    with second:
        agreed_on: date | None = day_field("Agreed on", known.agreed_on, f"{key}:on")
    with third:
        until: date | None = day_field("Holds until", known.until, f"{key}:until")
    because = text("Why this target", known.because, f"{key}:because")
    return {"agreed_by": agreed_by, "agreed_on": agreed_on, "until": until, "because": because}


def _figures(known: Target, key: str) -> dict[str, Any]:
    first, second, third = st.columns(3)
    with first:
        year = whole("On the published figures of the year", known.benchmark_year, f"{key}:year", 2100)
    with second:
        model = text("By the list of neighbours", known.neighbour_model, f"{key}:model")
    with third:
        baseline = st.number_input("Improvement counts from", value=known.baseline, format="%g", key=f"{key}:baseline")
    return {"benchmark_year": year, "neighbour_model": model, "baseline": baseline}


def rule_fields(held: Any, key: str, *, own: bool) -> dict[str, Any] | None:
    """A rule of status; None for the board's own where a target may have one."""
    options = [*([BOARDS_OWN] if own else []), *RULES]
    first, second, third = st.columns([2, 2, 1], vertical_alignment="bottom")
    with first:
        rule: Rule | str = st.selectbox(
            "Red, amber or green by",
            options,
            index=options.index(held.rule) if held else 0,
            format_func=lambda each: RULES.get(each, each),
            key=f"{key}:rule",
        )
    with second:
        amber = st.number_input(
            "Amber while missed by no more than (per cent, or points)",
            min_value=0.0,
            value=held.amber if held else 10.0,
            step=0.5,
            format="%g",
            key=f"{key}:amber",
        )
    with third:
        four = st.checkbox("Four colours", value=held.four_colours if held else False, key=f"{key}:four")
    if rule == BOARDS_OWN:
        return None
    found: dict[str, Any] = {"rule": rule, "four_colours": four and rule != "beyond_chance"}
    return {**found, "amber": amber} if rule in MEASURED else found


def buttons(is_there: bool) -> tuple[bool, bool]:
    """Whether the form is sent to be looked at, and whether what is there is to be taken out."""
    first, second, _ = st.columns([2, 2, 3])
    with first:
        sent = st.form_submit_button(LOOK, type="primary")
    if not is_there:
        return sent, False
    with second:
        return sent, st.form_submit_button(OUT)
