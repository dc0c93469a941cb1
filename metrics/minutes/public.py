"""What of a meeting may be told to everybody: that something was asked and agreed, of whom, by when, and what came of it.

Left out: the words that were written for the board, and every figure, for small numbers beside each other can tell who a
child is. Words that an agency wrote for the public stay.
"""

from metrics.editions import Edition
from metrics.meeting_log.actions import Action
from metrics.meeting_log.challenges import Challenge
from metrics.minutes.lines import MinuteLine


def public_edition(each: Edition) -> Edition:
    """An issue without the reason for which it was made."""
    return each.model_copy(update={"because": ""})


def public_line(each: MinuteLine) -> MinuteLine:
    """A minute line without figures; of the agencies' words those for the public."""
    spoken = tuple(words.model_copy(update={"said": ()}) for words in each.spoken if words.public)
    return each.model_copy(update={"said": "", "target": "", "spoken": spoken})


def public_challenge(each: Challenge) -> Challenge:
    """That somebody asked an agency about a line, and how far it has come."""
    return each.model_copy(update={"said": "", "question": "", "answer": "", "outcome": ""})


def public_action(each: Action) -> Action:
    """Whose an action is, by when, and where it stands."""
    return each.model_copy(update={"text": "", "updates": (), "closed_because": "", "source": ""})
