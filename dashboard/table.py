"""The scorecard's table: one row for each line, as HTML with small drawings. No script: it prints, and it reads aloud."""

import json
from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from dashboard.links import to_indicator
from dashboard.marks import figure, gap, key, status
from dashboard.sparkline import lane, sparkline
from metrics import words
from metrics.benchmarks import Comparator
from metrics.benchmarks.compare import Kind
from metrics.catalogue import JOURNEY
from metrics.figures import Figure
from metrics.judge.compare import STRICT
from metrics.judge.series import RULE_SET
from metrics.scorecard import POINTS, Line, Scorecard
from metrics.verdicts import Beside

LANES: tuple[tuple[Kind, str, str], ...] = (
    ("neighbours", "N", "neighbours"),
    ("region", "R", "region"),
    ("england", "E", "England"),
)
AGES = ("older", "before", "now")
"""The periods that stand as numbers, from the oldest."""


def table(card: Scorecard) -> str:
    """The lines in the order of the child's journey: a table for each theme, under one head that stays in sight.

    The browser lays a theme out when it comes into sight: `--rows` says how much room to keep for it until then.
    """
    themes = "".join(
        _theme(theme, list(lines), card) for theme, lines in groupby(card.lines, key=lambda line: line.indicator.theme)
    )
    below = f'<div class="themes">{themes}</div>{_foot(card)}{key({each.status.mark for each in card.lines})}'
    return f'<div class="scorecard lines" style="{_called_on_cards(card)}">{_head_seen(card)}{below}</div>'


def only(card: Scorecard, whole: Scorecard) -> str:
    """The style that leaves only the lines of `card` in the table of the whole: seen, read aloud and printed."""
    if len(card.lines) == len(whole.lines):
        return ""
    kept, left = {each.number for each in card.lines}, Counter(each.indicator.theme for each in card.lines)
    themes = dict.fromkeys(each.indicator.theme for each in whole.lines)
    gone = [f"tr.n{each.number}" for each in whole.lines if each.number not in kept and each.indicator.theme in left]
    gone += [f"#theme-{each}" for each in themes if each not in left]
    hidden = ",".join(f".lines {each}" for each in (gone if card.lines else [".heads", ".themes"]))
    rooms = "".join(f"#theme-{theme}{{--rows:{many}!important}}" for theme, many in left.items())
    return f"<style>{hidden}{{display:none!important}}{rooms}</style>"


def _theme(theme: str, lines: Sequence[Line], card: Scorecard) -> str:
    """A theme's table, with a head of its own for those to whom it is read aloud."""
    title, period = escape(JOURNEY[theme]), escape(words.period(card.period.label))
    return (
        f'<section class="theme" id="theme-{theme}" style="--rows:{len(lines)}"><h2>{title}</h2>'
        f"<table><caption>{title}, {period}</caption>{_head_read(card)}"
        f"<tbody>{''.join(_row(each, card) for each in lines)}</tbody></table></section>"
    )


class Head(NamedTuple):
    """The head of a column: its look, its name, what stands small below it; `letter` stands for a name that is too long."""

    look: str
    said: str
    note: str = ""
    letter: str = ""

    @property
    def seen(self) -> str:
        name = f"{self.letter}<small>{escape(self.said)}</small>" if self.letter else escape(self.said)
        return name + (f"<small>{self.note}</small>" if self.note else "")


def _heads(card: Scorecard) -> list[Head]:
    return [
        Head("no", "No."),
        Head("title", "Indicator", "whose it is, what it tells"),
        *(Head(f"number {age}", said) for age, said in _periods(card)),
        Head("made", "Made of", "families"),
        Head("run", f"Last {POINTS} {_calendar(card)}", "lowest to highest"),
        Head("status", "Status", "firm or not; target"),
        Head("change", "Change", "beyond chance; rule"),
        *(Head(f"lane {kind}", _called(card, kind, name), "m: months older", letter) for kind, letter, name in LANES),
        Head("data", "Data to", "age at meeting" if card.meeting else "age"),
    ]


def _head_seen(card: Scorecard) -> str:
    """The head for the eye, once for all themes."""
    cells = "".join(f'<th class="{each.look}">{each.seen}</th>' for each in _heads(card))
    return f'<div class="heads" aria-hidden="true"><table><thead><tr>{cells}</tr></thead></table></div>'


def _head_read(card: Scorecard) -> str:
    """The head of each theme's table: it is read aloud, and not seen."""
    cells = "".join(f'<th scope="col" class="{each.look}">{escape(each.said)}</th>' for each in _heads(card))
    return f"<thead><tr>{cells}</tr></thead>"


def _periods(card: Scorecard) -> list[tuple[str, str]]:
    """The ages of the periods that stand as numbers, each with what it is called."""
    return [(age, words.short_period(each.period)) for age, each in _shown(card.lines[0])]


def _called_on_cards(card: Scorecard) -> str:
    """What differs from page to page in the names that cells bear on a telephone, for the style to write."""
    named = {**dict(_periods(card)[:-1]), "region": _called(card, "region", "Region")}
    return escape("".join(f"--{name}:{json.dumps(said, ensure_ascii=False)};" for name, said in named.items()))


def _called(card: Scorecard, kind: str, otherwise: str) -> str:
    """A region by its name; neighbours are too many to name."""
    names = (each.label for line in card.lines for each in line.benchmarks if each.kind == kind == "region")
    return next(names, otherwise)


def _calendar(card: Scorecard) -> str:
    return {"month": "months", "year": "years", "academic": "school years"}.get(card.period.frequency, "quarters")


def _row(line: Line, card: Scorecard) -> str:
    unit = line.indicator.unit
    known = [each.value for each in line.recent if each.value is not None]
    return (
        f'<tr class="{"exception" if line.rank is not None else "line"} n{line.number}"><td class="no">{line.number}</td>'
        f'<th scope="row" class="title">{to_indicator(line.indicator, card.period)}'
        f"<small>{escape(line.owner)} ·&nbsp;{line.indicator.says}</small></th>"
        f"{_figures(line)}"
        f'<td class="run">{sparkline(line.recent, unit)}<small>{escape(words.reach(known, unit))}</small></td>'
        f'<td class="status"><div>{status(line)}</div><small>{escape(_target(line))}</small></td>'
        f'<td class="change">{_change(line)}</td>'
        f"{_lanes(line)}"
        f'<td class="data">{escape(words.day(line.figure.data_to, short=True)) or "none"}'
        f"<small>{escape(words.age(line.data_age_days)) if line.figure.data_to else 'received'}{_unsigned(line, card)}</small>"
        "</td></tr>"
    )


def _unsigned(line: Line, card: Scorecard) -> str:
    """Said of a figure only where others are signed off: before the first sign-off the head of the page says it once."""
    return "; not signed off" if line.unsigned and card.unsigned < card.values else ""


def _figures(line: Line) -> str:
    unit = line.indicator.unit
    earlier = "".join(f'<td class="number {age}">{figure(each, unit)}</td>' for age, each in _shown(line)[:-1])
    if line.gap:
        return f'{earlier}<td class="absent" colspan="2">{gap(line.figure, line.gap)}</td>'
    return f'{earlier}<td class="number now">{figure(line.figure, unit)}</td><td class="made">{_made_of(line)}</td>'


def _shown(line: Line) -> list[tuple[str, Figure]]:
    run = line.recent[-len(AGES) :]
    return list(zip(AGES[-len(run) :], run, strict=True))


def _made_of(line: Line) -> str:
    shown = line.figure
    cases = "" if line.indicator.unit == "count" else words.out_of(shown.numerator, shown.denominator)
    families = "" if shown.families is None else words.count_of(shown.families, "family", "families")
    return f"{escape(cases)}<small>{escape(families)}</small>"


def _target(line: Line) -> str:
    return "" if line.target.kind in {"none", "monitor"} else line.target.words


def _change(line: Line) -> str:
    """What the rule says, and which; and what it was compared with, where that is not the figure two cells to the left."""
    said = escape(words.change(line.change.direction))
    if line.change.direction not in {"improved", "worsened", "rose", "fell"}:
        shown = f'<span class="quiet">{said}</span>'
    else:
        shown = f'<b class="changed">{said}</b><small>{escape(line.footnote)}</small>'
    if line.before is None or not line.figure.state.has_value or line.before.period == line.recent[-2].period:
        return shown
    before = f"{words.number(line.before.value, line.indicator.unit)} in {words.short_period(line.before.period)}"
    return f"{shown}<small>from {escape(before)}</small>"


def _lanes(line: Line) -> str:
    found = {each.kind: (each, stands) for each, stands in zip(line.benchmarks, line.beside, strict=True)}
    if not found:
        why = "a count: not compared" if line.indicator.unit == "count" else "no national figure"
        others = "".join(f'<td class="lane {kind}"></td>' for kind, _, _ in LANES[1:])
        return f'<td class="lane neighbours none"><span>{why}</span></td>{others}'
    longest = _longest(line, line.benchmarks)
    return "".join(_lane(line, found.get(kind), kind, longest) for kind, _, _ in LANES)


def _lane(line: Line, found: tuple[Comparator, Beside] | None, kind: str, longest: float) -> str:
    if found is None or (found[0].value is None and found[0].low is None):
        status_of = found[0].status if found else "none"
        return f'<td class="lane {kind}"><small>{words.short_comparator(status_of)}</small></td>'
    published, stands = found
    ends = [each for each in (published.value, published.low, published.high) if each is not None]
    bar = lane(line.figure.value, ends, longest) if line.figure.value is not None else ""
    number = escape(words.published(published.value, published.low, published.high, line.indicator.unit))
    below = bar + _stands(line, stands) + _by_the_list_before(line, kind)
    return f'<td class="lane {kind}">{number}&nbsp;<small>{published.year}</small>{below}</td>'


def _by_the_list_before(line: Line, kind: str) -> str:
    """What the list of neighbours before says, while both are shown."""
    before = next((each for each in line.benchmarks if each.kind == f"{kind}_before"), None)
    if before is None:
        return ""
    said = words.published(before.value, before.low, before.high, line.indicator.unit) or words.short_comparator(before.status)
    return f'<small class="stands">list of {escape(before.model)}: {escape(said)}</small>'


def _stands(line: Line, beside: Beside) -> str:
    """Better, similar or worse, and how many months older what it is set beside is."""
    if beside.months is None or line.figure.value is None:
        return ""
    known = line.indicator.unit in {"percent", "rate_per_10000"}
    said = f"{escape(words.beside(beside.found))}, " if known else ""
    look = "" if beside.found in {"similar", "cannot_tell"} else " apart"
    older = f'{abs(beside.months)}&nbsp;m<span class="unseen">onths {"older" if beside.months >= 0 else "newer"}</span>'
    return f'<small class="stands{look}">{said}{older}</small>'


def _longest(line: Line, published: Sequence[Comparator]) -> float:
    values = [value for each in published for value in (each.value, each.high) if value is not None]
    return max([*values, line.figure.value or 0.0], default=0.0)


def _foot(card: Scorecard) -> str:
    """What stands at the foot of each sheet of paper."""
    said = (
        f"{card.board_name} · {words.period(card.period.label)} · made {words.moment(card.made_at)} · rules {RULE_SET}; beside "
        f"others at {100 * STRICT:g}%"
    )
    return f'<div class="foot">{escape(said)}</div>'
