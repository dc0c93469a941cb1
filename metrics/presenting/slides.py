"""What a slide holds, and a deck of them. Counts and words only: no slide says which children are behind a figure."""

from typing import Literal

from metrics.asking.questions import Question
from metrics.board.running_order import Turn
from metrics.editions import Edition
from metrics.frozen import Frozen
from metrics.line import Exceptional, Line, Scorecard
from metrics.meeting_log.challenges import Challenge

Kind = Literal["opening", "agency", "indicator", "words", "gaps", "challenges", "closing"]


class Words(Frozen):
    """What an agency says beside one of its lines: each part with its heading, who signed it off, and what contradicts it."""

    parts: tuple[tuple[str, str], ...]
    signed_off_by: str
    warnings: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """In characters: fewer can be larger."""
        return sum(len(text) for _, text in self.parts)


class Recalled(Frozen):
    """What was asked at an earlier meeting, and the line that it was about as it stands in this edition."""

    challenge: Challenge
    line: Line | None


class Slide(Frozen):
    """One slide. `id` stays the same from one issue to the next; `number` is what is typed to jump to it.

    `agency` is the id of the agency whose turn it belongs to, empty for none. A slide in `reserve` stands after the last one:
    it is shown when somebody asks, and not printed. `further` are questions for the chair alone.
    `more` is how many further ones of its kind are not on it.
    """

    id: str
    kind: Kind
    title: str
    number: int = 0
    agency: str = ""
    agency_name: str = ""
    reserve: bool = False
    line: Line | None = None
    question: Question | None = None
    further: tuple[Question, ...] = ()
    lines: tuple[Line, ...] = ()
    exceptions: tuple[Exceptional, ...] = ()
    words: Words | None = None
    challenges: tuple[Recalled, ...] = ()
    more: int = 0


class Deck(Frozen):
    """The slides of a meeting in order, drawn from the newest issue of its scorecard."""

    edition: Edition
    card: Scorecard
    turns: tuple[Turn, ...]
    slides: tuple[Slide, ...]

    @property
    def last(self) -> int:
        """The number of the last slide before the reserve."""
        return sum(not each.reserve for each in self.slides)

    def slide(self, slide_id: str) -> Slide:
        """A slide by its id. One that another issue had and this one has not: its agency's first, else the opening."""
        known = {each.id: each for each in self.slides}
        return known.get(slide_id) or known.get(slide_id.partition(":")[0]) or self.slides[0]

    def minutes(self, agency: str) -> int:
        """How long an agency has; 0 where it has no turn."""
        return next((each.minutes for each in self.turns if each.agency == agency), 0)

    def after(self, agency: str) -> str:
        """Whose turn follows an agency's; the first one's after none; empty after the last."""
        order = [each.agency for each in self.turns]
        following = order[order.index(agency) + 1 :] if agency in order else order
        return following[0] if following else ""
