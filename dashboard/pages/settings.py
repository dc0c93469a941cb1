"""Settings: what the board chose, changed by its manager. What a change would do is said first, and each is recorded."""

from collections.abc import Callable
from html import escape

import streamlit as st

from dashboard import settings_parts as parts
from dashboard.choices import asked_for, choose, choose_beside
from dashboard.page_html import draw, style
from dashboard.settings_draft import change_form
from dashboard.settings_file import file_part
from dashboard.settings_people import fill_agency, fill_target
from dashboard.settings_rules import fill_area, fill_meetings, fill_priority, fill_rules
from dashboard.store_access import the_store
from dashboard.writing import say_kept
from metrics import words
from metrics.board_settings.changing import history
from metrics.board_settings.neighbour_lists import neighbour_lists
from metrics.catalogue import read_catalogue
from metrics.explain.status import status_rule
from metrics.judge.series import RULE_SET
from metrics.meetings import calendar
from metrics.store import Store

INTRODUCTION = (
    "What the board chose. Before anything is kept, the page says what it would change on the scorecard. Every change is "
    "recorded: who, when, why, old and new."
)
NEW = "+"
"""Where one that is not there yet would stand: no id holds this sign."""


def page() -> None:
    """The part of the settings that `?part=` names; one of several by `?agency=`, `?indicator=` or `?priority=`."""
    style()
    store = the_store()
    draw(f'<header class="finding"><h1>Settings</h1><p>{escape(INTRODUCTION)}</p></header>')
    say_kept()
    asked = asked_for("part") if asked_for("part") in PARTS else next(iter(PARTS))
    shown = choose_beside("Part of the settings", "part", list(PARTS), asked, lambda each: PARTS[each][0])
    title, show = PARTS[shown]
    draw(f"<h2>{escape(title)}</h2>")
    show(store)


def _agencies(store: Store) -> None:
    board = store.board
    names = {each.id: each.name for each in board.agencies}
    chosen = _one_of("Change an agency, or add one", "agency", names, "A new agency")
    if chosen is not None:
        place = f"agencies.{chosen}"
        change_form(store, (place,), lambda begun, key: fill_agency(begun[place], key))
    draw("<h3>All agencies</h3>" + parts.agencies_table(board))


def _targets(store: Store) -> None:
    board = store.board
    held = {each.indicator: each.target for each in board.targets}
    said = {name: f"{each.title}: {held.get(name, 'no target')}" for name, each in read_catalogue().items()}
    chosen = _one_of("Change or agree the target of an indicator", "indicator", said)
    if chosen is not None:
        place = f"targets.{chosen}"
        change_form(store, (place,), lambda begun, key: fill_target(chosen, begun[place], key))
    table = parts.targets_table(board) if board.targets else '<p class="quiet">No target has been agreed yet.</p>'
    draw(f"<h3>All targets</h3>{table}")


def _priorities(store: Store) -> None:
    board = store.board
    names = {each.id: each.name for each in board.priorities}
    chosen = _one_of("Change a priority, or add one", "priority", names, "A new priority")
    if chosen is not None:
        place = f"priorities.{chosen}"
        change_form(store, (place,), lambda begun, key: fill_priority(begun[place], key))
    said = "Each is a scorecard of its own; its indicators stand in the order of the child’s journey."
    draw(f"<p>{said}</p>{parts.priorities_list(board)}" if board.priorities else '<p class="quiet">None is named yet.</p>')


def _meetings(store: Store) -> None:
    places = ("meetings", "clock")
    change_form(store, places, lambda begun, key: fill_meetings(begun["meetings"], begun["clock"], key))
    found = calendar(store.board)
    draw(parts.calendar_table(found) if found else '<p class="quiet">No meeting is named yet.</p>')


def _area(store: Store) -> None:
    lists = neighbour_lists(store)
    places = ("name", "area", "settings")
    change_form(store, places, lambda begun, key: fill_area(begun["name"], begun["area"], begun["settings"], lists, key))


def _rules(store: Store) -> None:
    places = ("status", "settings", "small_numbers")
    change_form(store, places, lambda begun, key: fill_rules(begun["status"], begun["settings"], begun["small_numbers"], key))
    draw(
        f"<h3>What this says</h3><p>{escape(status_rule(store.board.status))}</p>"
        f"<p>Whether a figure changed is told by the rules {escape(RULE_SET)}: they are the scorecard's, and stand with every "
        'verdict. <a href="definitions?show=marks" target="_self">What the marks say</a></p>'
    )


def _history(store: Store) -> None:
    found = history(store)
    changes = sum(len(each.changes) for each in found)
    draw(f"<p>{escape(words.capital(words.count_of(changes, 'setting')))} changed since the store was made.</p>")
    draw(parts.history_table(found))


def _one_of(label: str, name: str, said: dict[str, str], new: str = "") -> str | None:
    """One of several, by the address; NEW to add one, None while none is chosen."""
    options = {"": "Choose", **said, **({NEW: new} if new else {})}
    asked = asked_for(name)
    with st.container(width=880):
        chosen = choose(label, name, list(options), asked if asked in options else "", options.__getitem__)
    return chosen or None


PARTS: dict[str, tuple[str, Callable[[Store], None]]] = {
    "agencies": ("Agencies and people", _agencies),
    "targets": ("Targets", _targets),
    "priorities": ("Priorities", _priorities),
    "meetings": ("Meetings and the clock", _meetings),
    "area": ("Area and neighbours", _area),
    "rules": ("Thresholds and rules", _rules),
    "history": ("History of changes", _history),
    "file": ("Export and import", file_part),
}
