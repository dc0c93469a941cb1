"""What a number did after a board asked about it, by the control chart's own rules; and what was asked the last time."""

from datetime import date

from metrics import words
from metrics.catalogue import Indicator, read_catalogue
from metrics.close_up import trend
from metrics.frozen import Frozen
from metrics.judge.series import explain_signal
from metrics.meeting_log.actions import Action, actions
from metrics.meeting_log.challenges import Challenge, challenges
from metrics.meetings import last_due_quarter
from metrics.periods import Frequency, parse_period
from metrics.store import Store
from metrics.verdicts import change_of, compared_with, read_run


class Afterwards(Frozen):
    """Since a period: the newest figure, what may be said of it, and at which later periods a rule of the chart fired."""

    sentence: str
    finding: str
    fired: tuple[str, ...] = ()


class Memory(Frozen):
    """The last time an indicator was asked about: the challenge, the actions, and what the number did since."""

    challenge: Challenge | None
    actions: tuple[Action, ...]
    afterwards: Afterwards | None


def afterwards(store: Store, asked: Challenge, today: date) -> Afterwards | None:
    """What the number did after a challenge; None where the indicator is no longer counted."""
    known = read_catalogue().get(asked.indicator)
    return _since(store, known, asked.period, today) if known else None


def last_asked(store: Store, indicator: str, today: date) -> Memory | None:
    """The newest challenge made while the line was off target, else the newest at all, with its actions. None: never asked."""
    asked = [each.challenge for each in challenges(store, indicator=indicator)]
    chosen = next(iter(sorted(asked, key=lambda each: (each.off_target, each.meeting, each.number), reverse=True)), None)
    agreed = [each.action for each in actions(store) if each.action.indicator == indicator]
    if chosen is None:
        return Memory(challenge=None, actions=tuple(agreed[-2:]), afterwards=None) if agreed else None
    of_it = [each for each in agreed if each.challenge == chosen.key]
    return Memory(challenge=chosen, actions=tuple(of_it), afterwards=afterwards(store, chosen, today))


def _since(store: Store, indicator: Indicator, label: str, today: date) -> Afterwards:
    asked = parse_period(label)
    newest = last_due_quarter(store.board, today)
    run = trend(store, indicator, newest.last_day, Frequency.QUARTER, today=today)
    later = [each for each in run if each.last_day > asked.last_day and each.value is not None]
    if not later:
        return Afterwards(sentence="No later figure has come yet.", finding="cannot tell")
    upto = run[: run.index(later[-1]) + 1]
    reading = read_run(indicator, upto)
    change = change_of(indicator, reading.verdict, compared_with(indicator, upto), upto[-1])
    said = words.change(change.direction)
    fired = [
        f"{words.period(each.period)}: {explain_signal(reading.signals[each.period], words.period)}"
        for each in later
        if each.period in reading.signals
    ]
    then = next((each.value for each in run if each.period == label), None)
    was = f"It was {words.number(then, indicator.unit)} in {words.period(label)}; " if then is not None else ""
    is_now = f"{words.number(later[-1].value, indicator.unit)} in {words.period(later[-1].period)}: {said}."
    return Afterwards(sentence=words.capital(f"{was}{is_now}"), finding=said, fired=tuple(fired))
