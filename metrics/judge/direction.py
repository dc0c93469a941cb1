"""Which of two judges decides what is said of a change: the chart of the run, or the test of two figures.

The chart knows how much the figure varies by itself, so it decides wherever it can. A twelve-month figure shares months with
the ones before it, and a short run has no chart: there the test of two figures says what can be said.
"""

from metrics.judge.change import Change
from metrics.judge.charts import Timing
from metrics.judge.series import Verdict


def decide(verdict: Verdict, of_two: Change, timing: Timing) -> Change:
    """The change that is said, with the rule that it rests on. Pure."""
    if timing == "rolling_year" or verdict.finding == "cannot_tell" or verdict.finding == "no_data":
        return of_two
    return Change(direction=verdict.finding, rule=verdict.rule or "", rule_set=verdict.rule_set)
