"""The words of the room: families behind a figure, what is to be done, and what was asked the last time."""

from datetime import date

from metrics import words
from metrics.judge.compare import USUAL, Estimate
from metrics.judge.sibling_groups import FEWEST_FAMILIES
from metrics.line import Line
from metrics.meeting_log.challenges import STATES, Challenge

WITH_THE_AGENCY = (
    "What one family does to this figure cannot be told here: its records are with the agency that counted them. It can say "
    "whether one large family decides it."
)
FEW_FAMILIES = f"Fewer than {FEWEST_FAMILIES} families are behind it: more would tell who is meant."
LITTLE = 0.2
"""A smaller part than this is what three of many families make up anyway."""


def families(line: Line) -> tuple[str, ...]:
    """What brothers and sisters do to the figure, sentence by sentence; nothing where families are not known."""
    found = line.families
    if line.figure.prepared_by and line.figure.families:
        return (WITH_THE_AGENCY,)
    if found is None:
        return ()
    decides = found.words or ("No one family decides what is said of it." if line.figure.value else "")
    if found.share_of_largest is None:
        return tuple(filter(None, (FEW_FAMILIES, decides)))
    share = f"{found.share_of_largest:.0%}"
    largest = f"The three largest families make up about {share} of it." if found.share_of_largest >= LITTLE else ""
    return tuple(filter(None, (decides, largest, _intervals(line, found.by_child, found.by_family))))


def what_to_do(line: Line, to_target: int | None) -> tuple[str, ...]:
    """Who answers, how far it is to the target, and when it can be seen that something was done."""
    if line.gap:
        return (f"{line.ask} is to say when the figure will be here.", _whom(line))
    said = [_distance(line, to_target)]
    if line.target.kind == "none":
        said.append("The board has agreed no target: whether this is good enough is for the board to say.")
    said.append(f"{line.owner} answers for it, and says what will be done, by when, and what will show it.")
    return (*filter(None, said), _whom(line))


def last_time(asked: Challenge, today: date) -> tuple[str, ...]:
    """A challenge in sentences: who asked what when, where it stands, the answer and the outcome."""
    state = words.capital(STATES[asked.state(today)])
    first = (
        f"{asked.reference}, {asked.asked_by}, of {words.period(asked.period)} ({asked.status}): “{asked.question}” {state}."
    )
    answer = f"The answer: {words.sentence(asked.answer)}" if asked.answer else ""
    outcome = f"The outcome: {words.sentence(asked.outcome)}" if asked.outcome else ""
    return tuple(each for each in (first, answer, outcome) if each)


def _distance(line: Line, to_target: int | None) -> str:
    if not to_target:
        return ""
    fewer = "fewer" if line.indicator.better == "smaller" else "more"
    of = f" of {words.amount(line.figure.denominator)}" if line.indicator.unit == "percent" else ""
    return (
        f"The target, {line.target.words}, was missed by {to_target:,}{of}: with so many {fewer} "
        f"({line.indicator.numerator_is}) it would have been met."
    )


def _whom(line: Line) -> str:
    return f"Whom to ask: {line.contact}." if line.contact else ""


def _intervals(line: Line, by_child: Estimate | None, by_family: Estimate | None) -> str:
    """The interval by child and by family, to whole numbers: nearer, it would tell how large the families are."""
    if by_child is None or by_family is None:
        return ""
    first, second = _between(line, by_child), _between(line, by_family)
    if first == second:
        return ""
    return (
        f"Counted by child, chance puts it between {first}; counted by family, because brothers and sisters come together, "
        f"between {second} ({100 * USUAL:g}%)."
    )


def _between(line: Line, found: Estimate) -> str:
    sign = "%" if line.indicator.unit == "percent" else ""
    return f"{round(found.lower):,}{sign} and {round(found.upper):,}{sign}"
