"""The sentence of a line, by one grammar: the figure, what it is made of, its period, and what may be said of the change.

It says that something rose, fell, improved or got worse only where a rule fired, and then why. The same data gives the same
sentence. Where too few cases are behind a figure it says so, and judges nothing.
"""

from metrics import words
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.judge.change import FEWEST_FOR_SHARE, Change
from metrics.judge.series import Verdict, explain

EACH = {"rate_per_10000": " per 10,000", "days": " days"}
OVER = {"as_at": "at the end of", "in_period": "in", "rolling_year": "in the twelve months to the end of"}


def sentence_of(indicator: Indicator, figure: Figure, before: Figure | None, change: Change, verdict: Verdict) -> str:
    """One sentence. A missing figure's is its gap."""
    if gap := words.gap(figure.state, figure.waiting_for):
        return f"{gap}."
    said = f"{words.number(figure.value, indicator.unit)}{EACH.get(indicator.unit, '')}{_made_of(indicator, figure)}"
    said += ", as returned" if figure.returned_by else ""
    said += f" {OVER[indicator.timing]} {words.period(figure.period)}"
    return f"{said}; {_changed(indicator, figure, change, verdict)}{_held_against(indicator, figure, before, change, verdict)}."


def change_in_a_sentence(indicator: Indicator, figure: Figure, before: Figure | None, change: Change, verdict: Verdict) -> str:
    """The second half of the sentence alone, where the figure stands beside it: what may be said of the change."""
    changed = _changed(indicator, figure, change, verdict)
    return words.sentence(f"{changed}{_held_against(indicator, figure, before, change, verdict)}")


def why_not_told(indicator: Indicator, figure: Figure, change: Change, verdict: Verdict) -> str:
    """Why nothing can be told of a change, in words; empty where something can, or where no reason is known."""
    if change.direction != "cannot_tell":
        return ""
    if figure.state is State.PROVISIONAL:
        return "later data may still change it"
    if indicator.unit != "count" and figure.denominator is not None and figure.denominator < FEWEST_FOR_SHARE:
        return f"too few to judge, {words.amount(figure.denominator)} in all"
    return verdict.because if verdict.finding == "cannot_tell" else ""


def _made_of(indicator: Indicator, figure: Figure) -> str:
    parts = []
    if indicator.unit == "days" and figure.denominator is not None:
        parts.append(words.count_of(round(figure.denominator), "case"))
    elif indicator.unit != "count":
        parts.append(words.out_of(figure.numerator, figure.denominator))
    if figure.families is not None:
        parts.append(words.count_of(figure.families, "family", "families"))
    if figure.not_determinable:
        parts.append(words.apart(figure.not_determinable))
    return f" ({'; '.join(each for each in parts if each)})" if any(parts) else ""


def _changed(indicator: Indicator, figure: Figure, change: Change, verdict: Verdict) -> str:
    said = words.change(change.direction)
    if change.rule_set and change.rule:
        return f"{said}: {words.charted(verdict.counted)}{explain(verdict, words.period)}"
    why = why_not_told(indicator, figure, change, verdict)
    return f"{said}: {why}" if why else said


def _held_against(indicator: Indicator, figure: Figure, before: Figure | None, change: Change, verdict: Verdict) -> str:
    """What it is held against: its usual level where a chart's rule fired, and the figure before."""
    parts = []
    if change.rule_set and change.rule and verdict.chart == "time_between":
        parts.append(f"usually {words.count_of(round(verdict.mean or 0), 'day')} apart")
    elif change.rule_set and change.rule and verdict.mean is not None:
        unit = "count" if verdict.counted else indicator.unit
        parts.append(f"usually {words.number(verdict.mean, unit)}{f' {verdict.counted}' if verdict.counted else ''}")
    if before is not None:
        turned = _last_step_the_other_way(figure, before, change, verdict)
        parts.append(f"it was {words.number(before.value, indicator.unit)} in {words.period(before.period)}{turned}")
    return f" ({'; '.join(parts)})" if parts else ""


def _last_step_the_other_way(figure: Figure, before: Figure, change: Change, verdict: Verdict) -> str:
    """What a run says and what its last two figures say can differ: then both are said, or the reader finds a contradiction."""
    if not (change.rule_set and change.rule) or verdict.chart == "time_between" or figure.value is None or before.value is None:
        return ""
    step = figure.value - before.value
    if step * verdict.way >= 0:
        return ""
    return f", and the last step was {'up' if step > 0 else 'down'}"
