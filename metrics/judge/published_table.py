"""A published scorecard read in its own words, and held against the rules it printed: what they reproduce and what not.

Nothing is corrected. A slip is a warning beside what was printed; a letter that no rule gives is a contradiction with its rule,
its inputs and the letter.
"""

import re
from collections.abc import Mapping
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from metrics.judge.control_chart import Better
from metrics.judge.status import Mark, Status, StatusRule, judge_by_rule
from metrics.judge.target_words import read_target
from metrics.judge.targets import Agreed, Resolved, resolve

Letter = Literal["G", "GA", "RA", "R", ""]
POLARITIES: Final[dict[str, Better]] = {
    "bigger is better": "bigger",
    "smaller is better": "smaller",
    "monitor": "monitor",
}
LETTERS: Final[dict[Mark, Letter]] = {"green": "G", "green_amber": "GA", "red_amber": "RA", "red": "R"}
FIGURE: Final = re.compile(r"(-?[\d,]+(?:\.\d+)?)\s*(%?)")
PEER: Final = re.compile(r"(National|England|London|Statistical Neighbours):?\s*(-?[\d,]+(?:\.\d+)?)%?")
LETTER: Final = re.compile(r"(?<![A-Z])(G|GA|RA|R)\)?$")
BENCHMARK_YEAR: Final = re.compile(r"\([^()]*?(20\d\d)(?:/(\d\d))?[^()]*\)\s*$")
MORE_IS_WANTED: Final = re.compile(r"\bachieving\b|\bgood' or better\b|\battainment\b|\bin education, employment or training\b")
LESS_IS_WANTED: Final = re.compile(r"\bnot in education\b|\bfirst time entrants\b|\bmissing\b")


class PublishedRow(BaseModel):
    """One printed row, read. Numbers are as printed; what is None was not printed as a number."""

    model_config = ConfigDict(frozen=True)

    ref: str
    indicator: str
    better: Better
    period: str
    target: Agreed
    result: float | None
    letter: Letter
    before: float | None
    before_words: str
    direction: str
    benchmarks: tuple[tuple[str, float], ...] = ()
    benchmark_year: int | None = None
    printed: tuple[tuple[str, str], ...] = ()


class Held(BaseModel):
    """A row held against the rules: the direction they give, the letter each gives, what contradicts them, and slips."""

    model_config = ConfigDict(frozen=True)

    ref: str
    direction: str
    is_direction_reproduced: bool
    letter: Letter
    by_improvement: Letter
    by_ratio: Letter
    is_letter_reproduced: bool
    contradiction: str = ""
    warnings: tuple[str, ...] = ()


def read_row(row: Mapping[str, str]) -> PublishedRow:
    """Read a row of a published table in its own words. Raises ValueError where a polarity or target is not understood."""
    polarity = row["polarity"].strip().lower()
    if polarity not in POLARITIES:
        raise ValueError(f"'{row['polarity']}' is not a polarity: {', '.join(POLARITIES)}.")
    year = BENCHMARK_YEAR.search(row["benchmark_text"])
    return PublishedRow(
        ref=row["ref"],
        indicator=row["indicator"],
        better=POLARITIES[polarity],
        period=row["period"],
        target=read_target(row["target_text"]),
        result=_figure(row["result_text"]),
        letter=_letter(row["result_text"]),
        before=_figure(row["previous_text"]),
        before_words=row["previous_text"],
        direction=row["dot"],
        benchmarks=tuple((_peer(name), _number(value)) for name, value in PEER.findall(row["benchmark_text"])),
        benchmark_year=int(year[1]) + (1 if year[2] else 0) if year else None,
        printed=tuple(row.items()),
    )


def hold(row: PublishedRow) -> Held:
    """Hold a row against the rules that its paper names. Pure."""
    direction = direction_of(row)
    target = _resolved(row)
    by_improvement = _status(row, target, "share_of_improvement")
    letter, ratio = LETTERS.get(by_improvement.mark, ""), _by_ratio(row, target)
    return Held(
        ref=row.ref,
        direction=direction,
        is_direction_reproduced=direction == row.direction,
        letter=row.letter,
        by_improvement=letter,
        by_ratio=ratio,
        is_letter_reproduced=letter == row.letter,
        contradiction="" if letter == row.letter else _contradiction(row, target, by_improvement, ratio),
        warnings=warnings_of(row),
    )


def direction_of(row: PublishedRow) -> str:
    """The direction of travel in the paper's own words: from the figure before to this one, any difference counting."""
    if row.better == "monitor" and row.result is not None and (row.before is not None or row.before_words == "New"):
        return "Monitor"
    if row.before is None or row.result is None:
        return row.before_words
    if row.result == row.before:
        return "Same"
    return "Improving" if (row.result > row.before) == (row.better == "bigger") else "Worsening"


def warnings_of(row: PublishedRow) -> tuple[str, ...]:
    """Slips of polarity, unit, period and target that a reader should know of. Found, never corrected."""
    return tuple(words for words in (*_of_polarity(row), *_of_units(row), *_of_target(row), *_of_age(row)) if words)


def _of_polarity(row: PublishedRow) -> list[str]:
    name, found = row.indicator.lower(), []
    if row.better == "smaller" and MORE_IS_WANTED.search(name) and not LESS_IS_WANTED.search(name):
        found.append("polarity: smaller is better, of something that more is wanted of")
    if row.better == "bigger" and LESS_IS_WANTED.search(name):
        found.append("polarity: bigger is better, of something that less is wanted of")
    if row.better == "bigger" and name.startswith("difference") and row.result is not None and row.result < 0:
        found.append("polarity: a gap with its sign: bigger is better only while it is below nought")
    return found


def _of_units(row: PublishedRow) -> list[str]:
    name, found = row.indicator.lower(), []
    printed = dict(row.printed)
    if "first time entrants" in name and "per 10,000" in name:
        found.append("unit: per 10,000, where the Youth Justice Board publishes per 100,000")
    if "%" in printed["target_text"].split("(")[0] and row.result is not None and "%" not in printed["result_text"]:
        found.append("unit: the target is a percentage and the result is printed without one")
    if "in quarter" in name and " - " in row.period:
        found.append(f"period: a quarter by its name, and {row.period} by its period")
    return found


def _of_target(row: PublishedRow) -> list[str]:
    number, found = _stated(row.target), []
    if number is not None and row.before is not None and row.better != "monitor":
        if number == row.before:
            found.append("target: the figure before, so no improvement was asked for")
        elif (number < row.before) == (row.better == "bigger"):
            found.append("target: worse than the figure before")
    peers = dict(row.benchmarks)
    if number is not None and row.target.kind in peers and number != peers[row.target.kind]:
        found.append(f"target: {number:g}, where the benchmark beside it is {peers[row.target.kind]:g}")
    if row.target.kind == "rank" and row.letter:
        found.append("target: a place among authorities, held against a figure")
    if row.target.kind == "monitor" and row.better != "monitor":
        found.append("target: to monitor, though one way is said to be better")
    return found


def _of_age(row: PublishedRow) -> list[str]:
    years = [int(each) for each in re.findall(r"20\d\d", row.period)]
    short = re.search(r"20\d\d[/-](\d\d)\b", row.period)
    ends = max([*years, *([2000 + int(short[1])] if short else [])], default=None)
    if ends is None or row.benchmark_year is None or ends - row.benchmark_year < 2:
        return []
    return [f"benchmark: {ends - row.benchmark_year} years older than the result"]


def _resolved(row: PublishedRow) -> Resolved:
    number = _stated(row.target)
    if number is not None and row.target.kind != "rank":
        return Resolved(kind="fixed", number=number)
    return resolve(row.target, {name: (value, "as printed beside it") for name, value in row.benchmarks})


def _stated(target: Agreed) -> float | None:
    return target.number if target.kind == "fixed" else target.stated


def _status(row: PublishedRow, target: Resolved, rule: Literal["share_of_improvement"]) -> Status:
    if target.is_rank and not row.letter:
        return Status(mark="cannot_tell", because="a baseline year")
    return judge_by_rule(row.result, row.better, target, StatusRule(rule=rule, four_colours=True), before=row.before)


def _by_ratio(row: PublishedRow, target: Resolved) -> Letter:
    """The letter that the result's share of the target gives: what a reader may take the key for. None below nought."""
    if row.result is None or target.number is None or target.is_rank or row.better == "monitor":
        return ""
    met = row.result >= target.number if row.better == "bigger" else row.result <= target.number
    if met:
        return "G"
    if row.result <= 0 or target.number <= 0:
        return ""
    made = row.result / target.number if row.better == "bigger" else target.number / row.result
    return "GA" if made >= 0.8 else "RA" if made >= 0.65 else "R"


def _contradiction(row: PublishedRow, target: Resolved, status: Status, ratio: Letter) -> str:
    before = "none" if row.before is None else f"{row.before:g}"
    result = "none" if row.result is None else f"{row.result:g}"
    aim = "none" if target.number is None else f"{target.number:g}"
    gives = LETTERS.get(status.mark) or f"no letter ({status.because})"
    also = f"; the ratio of result to target gives {ratio or 'no letter'}"
    return f"share of improvement, from {before} to {result}, target {aim}: gives {gives}; printed {row.letter or 'none'}{also}"


def _figure(text: str) -> float | None:
    found = FIGURE.match(text.strip())
    return _number(found[1]) if found else None


def _letter(text: str) -> Letter:
    found = LETTER.search(text.strip())
    letters: dict[str, Letter] = {"G": "G", "GA": "GA", "RA": "RA", "R": "R"}
    return letters.get(found[1], "") if found else ""


def _peer(name: str) -> str:
    return {"National": "england", "England": "england", "London": "region"}.get(name, "neighbours")


def _number(text: str) -> float:
    return float(text.replace(",", ""))
