"""The minutes as a workbook: a sheet each for what was read, the lines, challenges, actions, and what was missing or late."""

from metrics import words
from metrics.gaps.reminder import noted
from metrics.meeting_log.evidence import Row, action_row, as_workbook, challenge_row
from metrics.minutes.content import Minutes
from metrics.minutes.lines import MinuteLine
from metrics.minutes.sections import opening, title


def as_sheets(minutes: Minutes) -> bytes:
    """The workbook. Every cell is a text; the same minutes give the same bytes."""
    sheets = {
        "What was read": _read(minutes),
        "Minute lines": [_line(each) for each in minutes.lines],
        "Challenges": [challenge_row(minutes.board, each.challenge, each.after, minutes.today) for each in minutes.asked],
        "Actions": _actions(minutes),
        "Missing and late": _heard(minutes),
    }
    return as_workbook({name: _filled(rows) for name, rows in sheets.items()}, title(minutes), minutes.made_at)


def _read(minutes: Minutes) -> list[Row]:
    whose, for_whom = opening(minutes)
    read, card = minutes.read, minutes.card
    said = {"Partnership": whose, "Meeting": words.day(minutes.meeting), "For whom": for_whom}
    if read and card:
        later = "; ".join(f"{each.issue}, {words.moment(each.frozen_at)}" for each in minutes.later)
        said |= {
            "Issue read": f"{read.issue}",
            "Of the period": words.period(read.period),
            "Frozen": f"{words.moment(read.frozen_at)}, by {read.frozen_by}",
            "Figures in": f"{card.values_in} of {card.values_expected} that were due",
            "What it said first": words.sentence(card.headline),
            "SHA-256": read.content_hash,
            "Issues made afterwards": later or "none",
        }
    return [{"What": name, "Answer": text} for name, text in said.items()]


def _line(each: MinuteLine) -> Row:
    by = [f"{found.agency}, {found.signed_off_by}" for found in each.spoken]
    return {
        "Line": f"{each.number}",
        "Indicator": each.title,
        "Agency": each.owner,
        "What it said": each.said,
        "Status": each.stands,
        "Change": each.moved,
        "Target": each.target,
        "Missing for the same reason": "; ".join(each.same_gap),
        "The agency’s words": "\n".join(text for found in each.spoken for text in found.said),
        "Words for the public": "\n".join(found.public for found in each.spoken if found.public),
        "Signed off by": "; ".join(by),
        "What the meeting did": " ".join(each.done),
    }


def _actions(minutes: Minutes) -> list[Row]:
    of_this, earlier = ({"From": "this meeting"}, minutes.agreed), ({"From": "an earlier meeting"}, minutes.earlier)
    return [
        {**action_row(minutes.board, each.action, minutes.today), **whence}
        for whence, found in (of_this, earlier)
        for each in found
    ]


def _heard(minutes: Minutes) -> list[Row]:
    heard = minutes.heard
    by = f"Not received in full by {words.day(heard.day)}"
    not_come = [{"What": by, "Agency": agency, "Data": data} for agency, data in noted(heard.expected, heard.day)[1]]
    came = [{"What": "Came after the freeze", "Agency": each.agency_name, "Data": each.what} for each in heard.late]
    return [*not_come, *came]


def _filled(rows: list[Row]) -> list[Row]:
    """The rows without the columns that have nothing in any of them."""
    kept = [name for name in (rows[0] if rows else {}) if any(row[name] for row in rows)]
    return [{name: row[name] for name in kept} for row in rows]
