"""How the five things of the pre-read are said: what each is, whether it is real, what was asked before, whom to ask."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from metrics import meeting_words, words
from metrics.asking.bank import Asking
from metrics.asking.questions import questions_for
from metrics.board import Board
from metrics.coverage import State
from metrics.explain import gaps as explain_gaps
from metrics.judge.status import Firmness
from metrics.line import Line, Scorecard
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.meetings import MeetingDays
from metrics.pre_read import Kind, Thing
from metrics.sentences import EACH, change_in_a_sentence

SAID: Final[dict[Kind, str]] = {
    "worse": "Got worse",
    "off_target": "Off target",
    "better": "Got better after you asked",
}
"""What a kind is called; a gap by its state, what waits by what it waits for."""
AT_MOST: Final = 30
"""Words of what others wrote that stand on the page: the rest is a link away. The page is for five minutes."""
FIRM: Final[dict[Firmness, str]] = {
    "firm": "Yes: chance alone would hardly put it off target.",
    "within_chance": "Perhaps not: chance alone could have put it off target.",
    "cannot_tell": "Whether chance put it off target cannot be told.",
}
SURE: Final[dict[Firmness, str]] = {"firm": "firm", "within_chance": "within chance", "cannot_tell": "chance cannot be told"}


class Whom(NamedTuple):
    """An agency to ask, who answers for its data, and the address: as texts, empty where the board has named nobody."""

    agency: str
    people: str = ""
    address: str = ""


def kind(thing: Thing) -> str:
    """What kind of thing it is, in a few words: never more than its rule allows."""
    if thing.waits:
        return "Waits for an answer" if isinstance(thing.waits, Challenge) else "Waits to be done"
    if thing.kind == "gap" and thing.line:
        return words.capital(words.short_gap(thing.line.figure.state))
    return SAID[thing.kind]


def title(thing: Thing) -> str:
    """What it is about: the indicator, or what waits by its reference."""
    if thing.line:
        return thing.line.indicator.title
    called = "Challenge" if isinstance(thing.waits, Challenge) else "Action"
    return f"{called} {thing.waits.reference}" if thing.waits else ""


def short(thing: Thing) -> str:
    """The same in two or three words."""
    return thing.line.indicator.short if thing.line else title(thing)


def value(line: Line) -> str:
    """The figure with its unit; empty where there is none."""
    number = words.number(line.figure.value, line.indicator.unit)
    return f"{number}{EACH.get(line.indicator.unit, '')}" if number and not line.gap else ""


def sentence(thing: Thing, today: date) -> str:
    """The one sentence of a thing."""
    if isinstance(thing.waits, Challenge):
        return _asked(thing.waits, today)
    if thing.waits:
        return f"{_agreed(thing.waits, today)} Agreed on {words.day(thing.waits.meeting)}."
    line = thing.line
    if line is None or line.gap:
        return f"{line.sentence}{_also(thing)}" if line else ""
    return change_in_a_sentence(line.indicator, line.figure, line.before, line.change, line.verdict)


def how_sure(thing: Thing, today: date) -> str:
    """In two or three words, what a reader asks first: is it beyond chance, how many are missing, how late is it."""
    if thing.waits:
        late = thing.waits.days_overdue(today) if isinstance(thing.waits, Action) else _days_late(thing.waits, today)
        return f"{words.count_of(late, 'day')} late" if late else "due by the meeting"
    if thing.kind == "gap":
        return words.count_of(1 + len(thing.same_gap), "figure")
    return SURE[thing.line.firmness] if thing.kind == "off_target" and thing.line else "beyond chance"


def is_it_real(thing: Thing) -> str:
    """Whether chance could have made it, and what else makes it less than certain. Of what waits: what the figure does."""
    line = thing.line
    if line is None:
        return ""
    if line.gap:
        return _last_one(line)
    if thing.waits:
        return change_in_a_sentence(line.indicator, line.figure, line.before, line.change, line.verdict)
    said = FIRM[line.firmness] if thing.kind == "off_target" else "Yes, beyond chance."
    return " ".join(filter(None, (said, *_cautions(line))))


def before(thing: Thing, today: date) -> tuple[str, ...]:
    """What was asked and agreed about it at earlier meetings, and where each stands; nothing where nothing was."""
    asked = _asked(thing.asked, today) if thing.asked else ""
    agreed = _agreed(thing.agreed, today) if thing.agreed else ""
    return tuple(filter(None, (asked, agreed)))


def whom(thing: Thing, board: Board) -> tuple[Whom, ...]:
    """Whom to ask: who owes what waits, else whom the line names, each with the lead and the deputy of its data."""
    if thing.waits:
        return tuple(_whom(each, board) for each in _owe(thing.waits, board))
    return tuple(_whom(each, board) for each in (thing.line.asked if thing.line else ()))


def suggested(thing: Thing, lines: Mapping[str, Line], bank: Sequence[Asking]) -> tuple[str, ...]:
    """What could be asked about a thing: what waits is asked for first, then the questions of the bank for its line."""
    first = [f"What does {thing.waits.reference} wait for, and until when?"] if thing.waits else []
    found = questions_for(thing.line, lines, bank) if thing.line else ()
    return (*first, *(each.text for each in found))[:3]


def what_else(card: Scorecard, things: Sequence[Thing]) -> str:
    """What the scorecard holds besides the five things: `2 off target, 8 rose or fell, 1 not received`."""
    told = frozenset[str]().union(*(each.about for each in things))
    rest = [each for each in card.lines if each.indicator.id not in told]
    directions = [each.change.direction for each in rest]
    counted = {
        "got worse": directions.count("worsened"),
        "off target": sum(each.status.mark in {"red", "red_amber"} for each in rest),
        "improved": directions.count("improved"),
        "rose or fell": directions.count("rose") + directions.count("fell"),
        "not received": sum(each.is_missing for each in rest),
    }
    said = [f"{number:,} {name}" for name, number in counted.items() if number]
    return ", ".join(said) if said else "nothing that stands out"


def still_missing(card: Scorecard) -> tuple[tuple[str, str], ...]:
    """Who has not sent what is due: each agency, and how many figures wait for it."""
    names = [name for each in card.lines if each.is_missing for name in each.asked]
    return tuple((name, words.count_of(names.count(name), "figure")) for name in dict.fromkeys(names))


def days_ahead(days: MeetingDays, today: date) -> str:
    """When the meeting is, and what comes before it."""
    to_come = [
        f"{name} {words.day(day)}"
        for name, day in (("agencies sign off by", days.sign_off), ("papers go out on", days.freeze))
        if day >= today
    ]
    when = f"{words.day(days.meeting)}, {meeting_words.away(days.meeting, today)}."
    return f"{when} {words.sentence('; '.join(to_come))}".strip()


def minutes(text_words: int) -> str:
    """How long so many words take to read, at 200 a minute."""
    return f"about {words.count_of(max(1, round(text_words / 200)), 'minute')} to read"


def _asked(challenge: Challenge, today: date) -> str:
    state = meeting_words.challenge_state(challenge, today)
    return f"{challenge.asked_by} asked on {words.day(challenge.meeting)}: “{some(challenge.question)}” {state}."


def _agreed(action: Action, today: date) -> str:
    """An action and where it stands: overdue says by how much, else with the day by which it is due."""
    state = meeting_words.action_state(action, today)
    due = f", due {words.day(action.due)}" if action.due and not action.days_overdue(today) else ""
    return f"Action {action.reference}: {words.sentence(some(action.text))} {state}{due}."


def _days_late(challenge: Challenge, today: date) -> int:
    return max(0, (today - challenge.due).days) if challenge.due else 0


def _owe(waits: Challenge | Action, board: Board) -> list[str]:
    """The names of those who owe an answer, or something to be done."""
    if isinstance(waits, Challenge):
        return [next((each.name for each in board.agencies if each.id == waits.to), waits.to)]
    named = [each.name for each in board.agencies if each.id in waits.owners]
    others = [*([waits.group] if waits.group else []), *(["Each agency"] if waits.each_agency else [])]
    return [*named, *others] or ["Whoever chairs: it has no owner"]


def _also(thing: Thing) -> str:
    """The other lines that miss for the same reason."""
    if not thing.same_gap:
        return ""
    names = [words.small(each.indicator.short) for each in thing.same_gap]
    return f" So it is with {words.listed(names)}."


def _last_one(line: Line) -> str:
    held = next((each for each in reversed(line.recent) if each.value is not None), None)
    if held is None:
        return "Nothing can be told: there was never a figure."
    last = f"{words.number(held.value, line.indicator.unit)} in {words.period(held.period)}"
    return f"Nothing can be told without a figure. The last one was {last}."


def _cautions(line: Line) -> list[str]:
    """What makes a figure less than certain, each as a sentence."""
    return [
        f"But {words.small(line.without_one)}" if line.without_one else "",
        "Data still to come may change it." if line.figure.state is State.PROVISIONAL else "",
        f"Not signed off by {words.listed(line.unsigned)}." if line.unsigned else "",
    ]


def _whom(name: str, board: Board) -> Whom:
    agency = next((each for each in board.agencies if each.name == name), None)
    if agency is None:
        return Whom(name)
    address = next((address for _, address in agency.whom if address), "")
    return Whom(name, explain_gaps.owner(agency), address)


def some(text: str) -> str:
    """The first words of what somebody wrote, with a mark where there are more."""
    said = text.split()
    return text if len(said) <= AT_MOST else f"{' '.join(said[:AT_MOST])} …"
