"""Spec: a bundle is taken as it was prepared, by the board and from the agency that it is of; or not at all."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime

import pytest

from metrics.bundles.layout import read as read_text
from metrics.coverage import State
from metrics.datasets import contract
from metrics.intake import recognise
from metrics.periods import parse_period
from metrics.store import AlreadyReceived, Store
from metrics.submission import Refused
from tests.bundles.conftest import PLANS, REFERRALS, bundle_of, figure, read, take
from tests.conftest import BOARD


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return bundle_of(cp_plans=PLANS, referrals=REFERRALS)


def sealed(bundle: bytes, change: Callable[[list[bytes]], None]) -> bytes:
    """A bundle whose lines somebody changed, who knew how to seal it again."""
    lines = bundle.splitlines(keepends=True)[:-1]
    change(lines)
    body = b"".join(lines)
    return body + b'{"sha256":"' + hashlib.sha256(body).hexdigest().encode() + b'"}\n'


def head_says(**said: object) -> Callable[[list[bytes]], None]:
    def change(lines: list[bytes]) -> None:
        lines[0] = json.dumps({**json.loads(lines[0]), **said}, separators=(",", ":")).encode() + b"\n"

    return change


def test_it_is_recognised_by_its_content(bundle: bytes) -> None:
    found = recognise(bundle)
    assert found.format == "bundle"
    assert "Counts that Testbridge Council prepared on" in found.sentence
    assert "from 2 files" in found.sentence


def test_a_second_time_changes_nothing(outside: Store, bundle: bytes) -> None:
    take(outside, read(outside, bundle))
    with pytest.raises(AlreadyReceived):
        take(outside, read(outside, bundle))


@pytest.mark.parametrize("place", [30, 400, 2_000, -500, -30, -3, -1])
def test_one_changed_byte_is_noticed(outside: Store, bundle: bytes, place: int) -> None:
    changed = bytearray(bundle)
    changed[place] = ord("7") if changed[place] != ord("7") else ord("8")
    with pytest.raises(Refused, match="not as it was prepared"):
        read(outside, bytes(changed))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_a_part_of_it_is_noticed(outside: Store, bundle: bytes, kept: float) -> None:
    with pytest.raises(Refused, match="only a part of it arrived"):
        read(outside, bundle[: int(len(bundle) * kept)])


def test_opened_and_saved_by_another_program_it_is_noticed(outside: Store, bundle: bytes) -> None:
    with pytest.raises(Refused, match="without opening and saving it"):
        read(outside, b"\xef\xbb\xbf" + bundle.replace(b"\n", b"\r\n"))


def test_a_newer_layout_says_to_update(outside: Store, bundle: bytes) -> None:
    with pytest.raises(Refused, match=r"its layout is 2, this program knows 1.*Update this program"):
        read(outside, sealed(bundle, head_says(scorecard_bundle=2)))


def test_another_authority_s_is_refused(outside: Store, bundle: bytes) -> None:
    with pytest.raises(Refused, match=r"prepared for Othershire \(301\); this board's area is Testbridge \(899\)"):
        read(outside, sealed(bundle, head_says(area_code="301", area_name="Othershire")))


def test_another_agency_s_is_refused(outside: Store, bundle: bytes) -> None:
    with pytest.raises(Refused, match="counts of Testbridge Council, and it is sent as Testbridge Police's"):
        read(outside, bundle, agency="police")


def test_one_from_the_future_is_refused(outside: Store, bundle: bytes) -> None:
    def later(lines: list[bytes]) -> None:
        lines[1] = lines[1].replace(b'"as_at":"2025-03-31"', b'"as_at":"2999-03-31"')

    with pytest.raises(Refused, match="lies in the future"):
        read(outside, sealed(bundle, later))


REFERRED = b'{"line":"counts","indicator":"referrals","by":null,"group":null,"every":"month","first":"2024-04",'


@pytest.mark.parametrize(
    "line",
    [
        b'{"line":"child","child_id":"A1","born":"2011-07-23"}',
        b'{"line":"not_counted","indicator":"referrals","title":"","because":"","child_id":"A1"}',
        REFERRED + b'"numerator":[-1],"denominator":[1],"families":null,"apart":null}',
        REFERRED + b'"numerator":[1,2],"denominator":[1],"families":null,"apart":null}',
        REFERRED + b'"numerator":[NaN],"denominator":[1],"families":null,"apart":null}',
        b"[" * 100_000,
        b"",
    ],
)
def test_a_line_that_is_none_of_ours_is_refused_and_not_repeated(outside: Store, bundle: bytes, line: bytes) -> None:
    with pytest.raises(Refused, match="none that scorecard prepare writes") as refused:
        read(outside, sealed(bundle, lambda lines: lines.insert(2, line + b"\n")))
    assert "A1" not in str(refused.value)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b'"first":"2024-04"', b'"first":"2024/25"'),
        (b'"first":"2024-04"', b'"first":"never"'),
        (b'"by":"category"', b'"by":"surname"'),
        (b'"line":"counts","indicator":"referrals"', b'"line":"counts","indicator":"looked_after"'),
    ],
)
def test_counts_that_cannot_be_placed_are_refused(outside: Store, bundle: bytes, was: bytes, becomes: bytes) -> None:
    assert was in bundle

    def change(lines: list[bytes]) -> None:
        place = next(number for number, line in enumerate(lines) if was in line)
        lines[place] = lines[place].replace(was, becomes)

    with pytest.raises(Refused, match="Prepare it again"):
        read(outside, sealed(bundle, change))


def test_an_indicator_of_another_definition_does_not_count_and_says_so(outside: Store, bundle: bytes) -> None:
    mark = next(each.mark for each in read_text(bundle).counted if each.indicator == "cp_plans_open").encode()
    delivery = read(
        outside, sealed(bundle, lambda lines: lines.__setitem__(slice(None), [x.replace(mark, b"0" * 16) for x in lines]))
    )
    assert any("Children on a child protection plan was prepared by another version" in note for note in delivery.notes)
    take(outside, delivery)
    year = parse_period("2024/25")
    assert figure(outside, "cp_plans_started", year).value == 2
    other = figure(outside, "cp_plans_open", year)
    assert other.state is State.NOT_COVERED
    assert "another version of this definition" in (other.waiting_for or "")


def test_the_board_s_own_choice_is_part_of_a_definition(bundle: bytes) -> None:
    with Store.in_memory(BOARD + '[settings]\ntwo_years = "second_anniversary"\n') as store:
        take(store, read(store, bundle))
        assert figure(store, "cp_plans_two_years", parse_period("2024/25")).state is State.NOT_COVERED
        assert figure(store, "cp_plans_open", parse_period("2024/25")).value == 2


def test_a_bundle_is_smaller_than_a_census_and_says_what_it_covers(bundle: bytes) -> None:
    found = read_text(bundle)
    assert [each.dataset for each in found.covered] == ["cp_plans", "referrals"]
    assert {each.because.partition(".")[0] for each in found.not_counted}
    assert all(contract(each.dataset) for each in found.covered)


def test_received_later_than_it_was_prepared_it_stands_for_its_own_days(outside: Store, bundle: bytes) -> None:
    take(outside, read(outside, bundle, came=datetime(2025, 5, 1)))
    found = figure(outside, "cp_plans_open", parse_period("2024/25 Q4"), today=date(2025, 6, 30))
    assert (found.data_to, found.value) == (date(2025, 3, 31), 2)
