"""The addresses of a meeting in the room: what they answer, whom they refuse, and that no word of data is taken for markup."""

import json
from collections.abc import Iterator
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from metrics.editions import freeze
from metrics.meeting_log.challenges import Question, ask
from tests.dashboard.live import Answer, answer, serving
from tests.dashboard.stores import copy_of, empty_store
from tests.meetings.histories import HELD, MEETINGS, PLANS, TARGET, deliver, four, new_history

FIRST, SECOND = (each.isoformat() for each in MEETINGS[:2])
JSON = {"Content-Type": "application/json"}
ASKED = {"indicator": "cp_plans_two_years", "to": "council", "question": "Why?", "asked_by": "lay member", "by": "chair"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One frozen meeting with a challenge of it; names and words would be markup if they were not escaped."""
    board = f"{HELD.replace('Testbridge Council', 'Testbridge <i>Council</i>')}{TARGET.format('15')}"
    folder = tmp_path_factory.mktemp("presented")
    with new_history(folder, board) as store:
        deliver(store, 1, datetime(2025, 2, 3, 9), PLANS)
        freeze(store, MEETINGS[0], "business manager", at=datetime(2025, 3, 5, 15), catalogue=four())
        question = Question(
            meeting=MEETINGS[0], indicator="cp_plans_two_years", to="council", asked_by="<b>chair", question="Why <b>so?"
        )
        ask(store, question, by="manager", at=datetime(2025, 3, 13, 11))
    with serving(folder / "history.duckdb") as found:
        yield found


def post(address: str, path: str, said: object, **headers: str) -> Answer:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("POST", path, json.dumps(said).encode(), {**JSON, **named})
    found = connection.getresponse()
    kept = Answer(found.status, found.headers, found.read())
    connection.close()
    return kept


def version(address: str) -> int:
    return int(json.loads(answer(address, f"/present/{FIRST}/position").body)["version"])


@pytest.mark.parametrize("page", ["present", "chair"])
def test_a_page_carries_the_headers_and_takes_no_word_of_data_for_markup(address: str, page: str) -> None:
    found = answer(address, f"/{page}/{FIRST}")
    assert found.status == 200
    assert "script-src 'self'" in found.headers["content-security-policy"]
    html = found.body.decode()
    assert "Testbridge &lt;i&gt;Council&lt;/i&gt;" in html
    assert "<i>" not in html
    assert "Why &lt;b&gt;so?" in html
    assert "style=" not in html


@pytest.mark.parametrize("page", ["present", "chair"])
def test_the_shortest_address_leads_to_the_newest_meeting(address: str, page: str) -> None:
    assert answer(address, f"/{page}").headers["location"] == f"/{page}/{FIRST}"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (f"/present/{SECOND}", "has not been frozen"),
        ("/present/today", "names no day"),
        (f"/chair/{SECOND}", "not been frozen"),
    ],
)
def test_a_meeting_without_a_frozen_scorecard_is_said_to_have_none(address: str, path: str, said: str) -> None:
    found = answer(address, path)
    assert found.status == 404
    assert said in found.body.decode()


def test_where_nothing_was_ever_frozen_it_is_said(tmp_path: Path) -> None:
    with serving(copy_of(empty_store(), tmp_path)) as nothing:
        assert "No scorecard has been frozen yet." in answer(nothing, "/present").body.decode()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Content_Type": "text/plain"}, 403),
        ({"Origin": "same"}, 200),
    ],
)
def test_only_a_page_of_our_own_moves_the_meeting(address: str, headers: dict[str, str], status: int) -> None:
    named = {name: address if value == "same" else value for name, value in headers.items()}
    assert post(address, f"/present/{FIRST}/position", {"slide": "council", "seen": version(address)}, **named).status == status


@pytest.mark.parametrize("path", [f"/chair/{FIRST}/challenge", f"/chair/{FIRST}/action", f"/present/{FIRST}/again"])
def test_another_sites_page_writes_nothing(address: str, path: str) -> None:
    assert post(address, path, ASKED, Origin="https://elsewhere.example").status == 403


@pytest.mark.parametrize(
    ("said", "status"), [({"slide": "council"}, 400), (["council"], 400), ({"slide": "x" * 30_000, "seen": 0}, 413)]
)
def test_what_is_not_understood_is_refused(address: str, said: object, status: int) -> None:
    assert post(address, f"/present/{FIRST}/position", said).status == status


def test_of_two_that_saw_the_same_place_the_second_is_told_where_the_meeting_stands(address: str) -> None:
    seen = version(address)
    first = json.loads(post(address, f"/present/{FIRST}/position", {"slide": "council", "seen": seen}).body)
    second = json.loads(post(address, f"/present/{FIRST}/position", {"slide": "police", "seen": seen}).body)
    assert "overtaken" not in first
    assert (second["overtaken"], second["slide"], second["version"]) == (True, "council", first["version"])


def test_a_slide_that_there_is_not_opens_the_first(address: str) -> None:
    found = post(address, f"/present/{FIRST}/position", {"slide": "nobody:nothing", "seen": version(address)})
    assert json.loads(found.body)["slide"] == "opening"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"question": " "}, "needs a question"),
        ({"by": ""}, "in which role you write"),
        ({"indicator": "referrals"}, "has no line referrals"),
        ({"to": "nobody"}, "no agency called nobody"),
    ],
)
def test_a_challenge_that_cannot_be_logged_says_why(address: str, given: dict[str, str], said: str) -> None:
    found = post(address, f"/chair/{FIRST}/challenge", {**ASKED, **given})
    assert found.status == 200
    assert said in json.loads(found.body)["problem"]


def test_an_action_may_be_for_each_agency(address: str) -> None:
    asked = {"text": "Name a person.", "owner": "each", "by": "chair", "due": "2025-06-12"}
    found = json.loads(post(address, f"/chair/{FIRST}/action", asked).body)
    assert found == {"said": "Action 1 of 13 March 2025 is logged."}
    listed = answer(address, f"/chair/{FIRST}/log").body.decode()
    assert "Name a person." in listed
    assert "each agency (0 of" in listed
    assert "Name a person." in answer(address, f"/present/{FIRST}/agreed").body.decode()
