"""One indicator: what was found, its trend, how it is defined, what it is made of."""

import os
from datetime import date
from html import escape
from typing import Literal

import streamlit as st

from dashboard import breakdown_parts as broken
from dashboard import indicator_among as among
from dashboard import indicator_parts as parts
from dashboard import indicator_room as in_room
from dashboard.chart_between import between_chart, between_table
from dashboard.chart_restated import draw_band
from dashboard.charts import CONFIG, trend_chart
from dashboard.choices import asked_for, choose, choose_beside
from dashboard.indicator_passport import target_passport
from dashboard.page_html import draw, draw_in, style
from dashboard.restated import restated_words, restatement_of
from dashboard.store_access import Version, periods_held, the_store, version_of
from metrics import explain, words
from metrics.asking.in_the_room import in_the_room
from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.close_up import MOST_CASES, CloseUp, breakdowns_of, by_group, cases, close_up, rare_events, trend
from metrics.crossed import CrossTable, crossed
from metrics.datasets.returns import BY_AGENCY
from metrics.explain.among import funnel_in_words
from metrics.explain.marks import chart_in_words
from metrics.explain.rare import Between, between
from metrics.figures import Figure
from metrics.periods import Frequency, Period, parse_period
from metrics.store import Store
from metrics.verdicts import read_run

AGENCY_VARIABLE = "SCORECARD_AGENCY"
CALLED = {"month": "Month", "quarter": "Quarter", "year": "Year"}


def page() -> None:
    """The indicator named by `?id=` in the period named by `?period=`."""
    style()
    store = the_store()
    heading = st.container()
    chosen, period = _asked(store)
    today = now().date()
    close = close_up(store, chosen.id, period, agency=os.environ.get(AGENCY_VARIABLE))
    draw_in(heading, parts.finding(close.line))
    draw(parts.facts(close))
    left, right = st.columns([5, 3], gap="large")
    with left:
        draw(parts.is_it_real(close) + in_room.families(close.line))
        _trend(store, close)
    with right:
        draw(parts.how_old(close) + parts.who_else(close) + target_passport(close.line, store.board))
    draw(in_room.room(in_the_room(store, close.line, close.period, today), close.line, close.period, today))
    _among(close)
    left, right = st.columns([5, 3], gap="large")
    with left:
        _groups(store, close)
    with right:
        draw("<h2>How it is defined</h2>" + parts.about(chosen, store.board))
    _cases(store, close)


def _asked(store: Store) -> tuple[Indicator, Period]:
    """What the link asks for, or the first indicator and the newest quarter, with lists to choose others."""
    catalogue, held = read_catalogue(), periods_held(store, now().date())
    name, wrong = _asked_indicator(catalogue)
    period, wrong_period = _asked_period(held)
    for sentence in filter(None, (wrong, wrong_period)):
        st.warning(sentence)
    known = {each.label: each for each in (*held, period)}
    first, second = st.columns([3, 1])
    with first:
        name = choose("Indicator", "id", list(catalogue), name, lambda each: catalogue[each].title)
    with second:
        label = choose("Period", "period", list(known), period.label, words.period)
    return catalogue[name], known[label]


def _asked_indicator(catalogue: dict[str, Indicator]) -> tuple[str, str]:
    name, first = asked_for("id"), next(iter(catalogue))
    if not name or name in catalogue:
        return name or first, ""
    return first, f"There is no indicator called “{name}”. This is “{catalogue[first].title}”: choose another below."


def _asked_period(held: tuple[Period, ...]) -> tuple[Period, str]:
    label, newest = asked_for("period"), held[0]
    if not label:
        return newest, ""
    try:
        return parse_period(label), ""
    except ValueError as problem:
        return newest, f"{problem} This is {words.period(newest.label)}."


@st.fragment
def _trend(store: Store, close: CloseUp) -> None:
    named = asked_for("every") or close.period.frequency
    current = named if named in CALLED else "quarter"
    frequency = Frequency(choose_beside("One point for each", "every", list(CALLED), current, CALLED.__getitem__))
    run = trend(store, close.line.indicator, close.period.last_day, frequency)
    events = rare_events(store, close.line.indicator, run)
    reading = read_run(close.line.indicator, run, close.line.target.number, close.noted, events)
    chart = trend_chart(run, close.line, reading, _theme())
    moved = restatement_of(store, close.line.indicator, run)
    draw_band(chart, run, moved, _theme())
    said = f"{explain.takeaway(close.line, run)} {chart_in_words(reading, close.line.indicator.unit)}"
    st.plotly_chart(chart, theme=None, config=CONFIG, alt=said, key=f"trend-{frequency}")
    draw(
        parts.chart_words(run, reading, close.line.indicator.unit)
        + in_room.notes(reading)
        + f'<p class="chart-key">{escape(explain.CHART_KEY)}</p>'
        + restated_words(store, close.line.indicator, run, moved)
        + parts.run_table(run, close.line, reading)
    )
    if events:
        _between(between(events, reading.verdict))


def _between(found: Between) -> None:
    draw(f"<h3>The time between them</h3><p>{escape(found.words)}</p>")
    st.plotly_chart(between_chart(found, _theme()), theme=None, config=CONFIG, alt=found.words, key="between")
    draw(between_table(found.weeks))


def _among(close: CloseUp) -> None:
    """The place among all authorities, and the funnel, where their figures are loaded."""
    if close.among is None:
        return
    indicator = close.line.indicator
    left, right = st.columns([5, 3], gap="large")
    with left:
        draw(among.place(close.among))
        if not close.among.because:
            said = funnel_in_words(close.among, indicator.unit)
            chart = among.funnel_chart(close.among, indicator, _theme())
            st.plotly_chart(chart, theme=None, config=CONFIG, alt=f"{indicator.title}, all authorities. {said}", key="funnel")
    with right:
        draw(among.below(close.among, indicator))


def _theme() -> Literal["light", "dark"]:
    return "dark" if st.context.theme.type == "dark" else "light"


def _groups(store: Store, close: CloseUp) -> None:
    indicator = close.line.indicator
    breakdowns = breakdowns_of(close)
    if not breakdowns:
        return
    draw("<h2>Who is in it</h2>")
    asked = asked_for("by")
    current = asked if asked in breakdowns else next(iter(breakdowns))
    by = choose("Broken down by", "by", list(breakdowns), current, lambda each: breakdowns[each])
    if close.line.gap and by != BY_AGENCY:
        draw(f'<p class="quiet">{escape(close.line.sentence)}</p>')
        return
    if by in indicator.crossed:
        table = _crossed(store, indicator.id, close.period.label, by, version_of(store))
        draw(broken.cross(table, indicator, by, words.period(close.period.label), store.board.small_numbers))
        return
    found = _by_group(store, indicator.id, close.period.label, by, version_of(store), now().date())
    draw(broken.groups(found, indicator, breakdowns[by], words.period(close.period.label), store.board.small_numbers))


# What of a breakdown may be shown takes a second or two to be found: a click elsewhere on the page does not ask again.
@st.cache_resource(max_entries=64, show_spinner=False)
def _crossed(_store: Store, name: str, period: str, by: str, version: Version) -> CrossTable | None:  # noqa: ARG001 - the key
    return crossed(_store, read_catalogue()[name], parse_period(period), by)


@st.cache_resource(max_entries=64, show_spinner=False)
def _by_group(
    _store: Store,
    name: str,
    period: str,
    by: str,
    version: Version,  # noqa: ARG001 - the key
    day: date,
) -> tuple[Figure, ...]:
    return by_group(_store, read_catalogue()[name], parse_period(period), by, today=day)


def _cases(store: Store, close: CloseUp) -> None:
    draw("<h2>The cases</h2>")
    if close.line.gap:
        draw('<p class="quiet">There is no figure for this period, so no cases are listed.</p>')
        return
    if close.cases_closed_because:
        draw(f'<p class="quiet">{escape(close.cases_closed_because)}</p>')
        return
    found = cases(store, close.line.indicator, close.period)
    shown = f"The first {MOST_CASES} cases" if len(found) == MOST_CASES else words.capital(words.count_of(len(found), "case"))
    draw(
        f"<details><summary>{escape(shown)}, without any identifier of a child</summary>"
        f"{parts.cases_table(found, close.line.indicator)}</details>"
    )
