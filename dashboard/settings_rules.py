"""The forms of priorities, meetings and their clock, the area with its neighbours, and the rules."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard.page_html import draw
from dashboard.reading import read_day
from dashboard.settings_people import LOOK, buttons, rule_fields, several, text, whole
from dashboard.writing import day_field
from metrics import words
from metrics.board import Clock, Priority, Settings, TwoYears
from metrics.board.area import Area
from metrics.board.privacy import SmallNumbers
from metrics.board_settings.changing import setting_of
from metrics.catalogue import read_catalogue, theme_titles
from metrics.judge.status import StatusRule

CLOCK = {
    "clear_days": "Clear working days between the papers and the meeting",
    "sign_off_days": "Working days from sign-off to the papers",
    "data_days": "Working days from data due to sign-off",
    "ready_days": "Days that the data of a period needs: what ended later is for the meeting after",
}


HIDDEN = {5: "1 to 5 (the DfE's convention)", 7: "1 to 7 (the NHS's)", 10: "1 to 10"}
ON_SCREEN = {"breakdowns": "hidden in breakdowns", "nothing": "not hidden: the pages are for the board alone"}


def fill_priority(begun: Priority | None, key: str) -> tuple[Priority | None] | None:
    """The fields of a priority: None while nothing is sent."""
    with st.form(key, width=880):
        name = text("Name", begun.name if begun else "", f"{key}:name")
        held = (begun.themes, begun.indicators) if begun else ((), ())
        themes = several("Themes: every indicator about them", held[0], list(theme_titles()), "themes", f"{key}:themes")
        indicators = several("Indicators, one by one", held[1], list(read_catalogue()), "indicators", f"{key}:indicators")
        sent, out = buttons(begun is not None)
    if out:
        return (None,)
    return (setting_of(Priority, {"name": name, "themes": themes, "indicators": indicators}),) if sent else None


def fill_meetings(begun: tuple[date, ...], clock: Clock, key: str) -> tuple[tuple[date, ...], Clock] | None:
    """The days of the meetings, and the clock: None while nothing is sent."""
    with st.form(key, width=880):
        typed = st.text_area(
            "Days of the meetings, one on each line, as 10/12/2026",
            value="\n".join(map(words.day_to_type, sorted(begun, reverse=True))),
            height=220,
            key=f"{key}:days",
        )
        held = clock.model_dump()
        found = {}
        for pair in (("clear_days", "sign_off_days"), ("data_days", "ready_days")):
            for place, name in zip(st.columns(2, vertical_alignment="bottom"), pair, strict=True):
                with place:
                    found[name] = whole(CLOCK[name], held[name], f"{key}:{name}", 180)
        sent = st.form_submit_button(LOOK, type="primary")
    if not sent:
        return None
    days = tuple(sorted({read_day(each) for each in (typed or "").splitlines() if each.strip()}))
    return days, setting_of(Clock, {name: each for name, each in found.items() if each is not None})


def fill_area(name: str, area: Area, rules: Settings, lists: dict[str, int], key: str) -> tuple[str, Area, Settings] | None:
    """The name of the partnership, its area, and the lists of neighbours with the day from which each is used."""
    with st.form(key, width=880):
        called = text("Name of the partnership", name, f"{key}:called")
        values = _area(area, key)
        used = _lists(area, lists, key)
        draw('<p class="quiet">A list that is not offered is loaded first: <code>scorecard benchmarks load FILE</code>.</p>')
        average = st.radio(
            "The figure of the neighbours",
            ["median", "mean"],
            index=["median", "mean"].index(rules.neighbour_average),
            format_func=lambda each: {"median": "the middle one of theirs (median)", "mean": "their average (mean)"}[each],
            key=f"{key}:average",
        )
        sent = st.form_submit_button(LOOK, type="primary")
    if not sent:
        return None
    return called, setting_of(Area, values | _neighbours(used)), rules.model_copy(update={"neighbour_average": average})


def _area(area: Area, key: str) -> dict[str, Any]:
    first, second = st.columns(2)
    with first:
        found = {
            "name": text("Local authority area", area.name, f"{key}:name"),
            "region_name": text("Region", area.region_name, f"{key}:region"),
        }
    with second:
        return found | {
            "code": text("Its code: the DfE's three digits", area.code, f"{key}:code"),
            "region_code": text("Code of the region, as E12000007", area.region_code, f"{key}:region code"),
        }


def _lists(area: Area, lists: dict[str, int], key: str) -> list[tuple[str, date | None]]:
    """Each list of neighbours with its day, and room for one more."""
    dated: list[tuple[str, date | None]] = [(each.model, each.used_from) for each in area.neighbour_models]
    held = dated or [(area.neighbour_model, None)]
    options = [*dict.fromkeys(["", *(model for model, _ in held), *lists])]
    found = []
    for number, (model, day) in enumerate([*held, ("", None)], start=1):
        first, second = st.columns([2, 1])
        with first:
            label = "A newer list" if number > len(held) else f"List of neighbours {number}"
            chosen = st.selectbox(
                label,
                options,
                index=options.index(model),
                format_func=lambda each: _list_said(each, lists),
                key=f"{key}:list {number}",
            )
        with second:
            found.append((chosen or "", day_field("Used from", day, f"{key}:from {number}")))
    return [each for each in found if each[0]]


def _list_said(model: str, lists: dict[str, int]) -> str:
    return f"{model} ({words.count_of(lists.get(model, 0), 'neighbour')} of this area held)" if model else "none"


def _neighbours(used: list[tuple[str, date | None]]) -> dict[str, Any]:
    """One list without a day, or several with the day of each. Raises ValueError where a day is not given."""
    if not used:
        raise ValueError("Choose a list of neighbours: a target in line with them needs one.")
    if len(used) == 1 and used[0][1] is None:
        return {"neighbour_model": used[0][0]}
    if any(day is None for _, day in used):
        raise ValueError("Say from which day each list of neighbours is used: for four quarters after a change both are shown.")
    return {"neighbour_models": tuple({"model": model, "used_from": day} for model, day in used)}


def fill_rules(
    status: StatusRule, rules: Settings, small: SmallNumbers, key: str
) -> tuple[StatusRule, Settings, SmallNumbers] | None:
    """The rule of status, the rules where official texts leave a choice, and which small numbers are hidden."""
    with st.form(key, width=880):
        found = rule_fields(status, key, own=False)
        options = list(TwoYears)
        two_years = st.radio(
            "When a child protection plan has lasted two years",
            options,
            index=options.index(rules.two_years),
            format_func=lambda each: words.capital(each.words),
            key=f"{key}:two years",
        )
        hidden = _small_numbers(small, key)
        sent = st.form_submit_button(LOOK, type="primary")
    if not sent:
        return None
    chosen = rules.model_copy(update={"two_years": two_years})
    return setting_of(StatusRule, found or {}), chosen, setting_of(SmallNumbers, hidden)


def _small_numbers(held: SmallNumbers, key: str) -> dict[str, Any]:
    first, second = st.columns(2)
    with first:
        hide_to = st.radio(
            "Small numbers are hidden",
            list(HIDDEN),
            index=list(HIDDEN).index(held.hide_to),
            format_func=HIDDEN.__getitem__,
            key=f"{key}:hide to",
        )
    with second:
        on_screen = st.radio(
            "On the board's own pages",
            list(ON_SCREEN),
            index=list(ON_SCREEN).index(held.on_screen),
            format_func=ON_SCREEN.__getitem__,
            key=f"{key}:on screen",
        )
    return {"hide_to": hide_to, "on_screen": on_screen}
