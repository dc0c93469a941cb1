"""From coming back to being heard: missing episodes, known to the interview service, offered, held; and the largest leak."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from metrics import words
from metrics.catalogue import indicator
from metrics.coverage import State
from metrics.figures import Figure, figures
from metrics.periods import Period, previous
from metrics.store import Store

QUERY = (Path(__file__).parent / "missing.sql").read_text(encoding="utf-8")
COUNTED, ALL = "return_interviews_within_72_hours", "missing_episodes"
"""The indicators whose data the way is made of: its last step, and the police's first."""
STEPS = (
    ("came back", "missing_episodes"),
    ("known to those who hold the interviews", "return_interviews"),
    ("offered an interview", "return_interviews"),
    ("heard in an interview", "return_interviews"),
    ("heard within 72 hours", "return_interviews"),
)
"""What each step is called, in the order of `missing.sql`, and the dataset that says so."""
PERIODS = 5


class Step(BaseModel):
    """One step of the way: how many episodes got so far by whose word; None where the data that would say so is not there."""

    model_config = ConfigDict(frozen=True)

    name: str
    who: str
    count: int | None


class Way(BaseModel):
    """The steps of one period, the gap where some are not known, and whether later data may change them."""

    model_config = ConfigDict(frozen=True)

    period: str
    steps: tuple[Step, ...]
    gap: str
    short_gap: str
    provisional: bool

    @property
    def is_whole(self) -> bool:
        return all(each.count is not None for each in self.steps)


class Leak(BaseModel):
    """Where most are lost from one step to the next."""

    model_config = ConfigDict(frozen=True)

    before: Step
    after: Step
    lost: int

    @property
    def words(self) -> str:
        """`26 of 144 are lost between …`: whom to ask stands in it."""
        of = self.before.count or 0
        return (
            f"The largest leak: {self.lost} of {of} {'is' if self.lost == 1 else 'are'} lost between "
            f"“{self.before.name}” and “{self.after.name}”. Ask {self.after.who}"
        )


def ways(store: Store, last: Period) -> tuple[Way, ...]:
    """The way in a period and in those before it, the newest first."""
    periods = [last]
    while len(periods) < PERIODS and last.frequency:
        periods.append(previous(periods[-1]))
    interviews = figures(store, [indicator(COUNTED)], periods)
    episodes = figures(store, [indicator(ALL)], periods)
    by_period = {(each.indicator, each.period): each for each in (*interviews, *episodes)}
    return tuple(_way(store, each, by_period[COUNTED, each.label], by_period[ALL, each.label]) for each in periods)


def leak_of(way: Way) -> Leak | None:
    """The step at which most are lost; None where none are, or where a step is not known."""
    if not way.is_whole:
        return None
    lost = [
        Leak(before=before, after=after, lost=(before.count or 0) - (after.count or 0))
        for before, after in zip(way.steps, way.steps[1:], strict=False)
    ]
    worst = max(lost, key=lambda each: each.lost)
    return worst if worst.lost > 0 else None


def _way(store: Store, period: Period, interviews: Figure, episodes: Figure) -> Way:
    counted = [each.state.is_in and each.has_records for each in (episodes, interviews)]
    known = [counted[0], *[counted[1]] * (len(STEPS) - 1)]
    with store.cursor() as cursor:
        found: Sequence[int] = cursor.execute(QUERY, [period.first_day, period.last_day]).fetchall()[0]
    gap, short_gap = _gap(store, episodes, interviews)
    return Way(
        period=period.label,
        steps=tuple(
            Step(name=name, who=_senders(store, dataset), count=count if is_known else None)
            for (name, dataset), count, is_known in zip(STEPS, found, known, strict=True)
        ),
        gap=gap,
        short_gap=short_gap,
        provisional=State.PROVISIONAL in {interviews.state, episodes.state},
    )


def _gap(store: Store, *steps: Figure) -> tuple[str, str]:
    """Why a step cannot be counted, in a sentence and in two words; nothing where all can."""
    for each in steps:
        if not each.state.is_in:
            return words.gap(each.state, each.waiting_for), words.short_gap(each.state)
    for each in steps:
        if not each.has_records:
            named = words.listed([store.board.agency(one).name for one in each.returned_by or each.prepared_by])
            said = f"the records are with {named}, and a child is followed from one agency to the next by them alone"
            return words.gap(State.NOT_COVERED, said), words.short_gap(State.NOT_COVERED)
    return "", ""


def _senders(store: Store, dataset: str) -> str:
    return words.listed([each.name for each in store.board.senders(dataset)]) or "nobody yet"
