"""Spec: an extract of an agency's own system is proposed, confirmed once and remembered; its problems speak of its headings."""

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from metrics.bundles.inside import Said, read_inside
from metrics.intake import OWN, Unmapped, read_delivery, recognise
from metrics.intake.own.fill_in import read_own_mapping, to_fill_in
from metrics.intake.own.kept import confirmed_by, last_like, remember
from metrics.intake.own.mapping import OwnMapping, as_said
from metrics.store import AlreadyReceived, Store
from metrics.submission import Delivery, Refused
from tests.intake.own_extracts import HEALTH, INTERVIEWS, NAMES, POLICE, columns, headings, meanings, proposed, table_of
from tests.intake.reading import column, rules

RECEIVED = datetime(2026, 7, 8, 9, 30)
MISSING = OwnMapping(
    dataset="missing_episodes",
    columns={
        "episode_id": ("Misper Ref",),
        "child_id": ("Nominal Ref",),
        "date_of_birth": ("DOB",),
        "missing_from": ("Date Missing", "Time Missing"),
        "returned_at": ("Date Found", "Time Found"),
        "missing_from_care": ("LAC?",),
    },
    codes={"missing_from_care": {"Not known": "not ours"}},
)


def read(store: Store, content: str | bytes, mapping: OwnMapping | None = None, agency: str = "police") -> Delivery:
    return read_delivery(
        content if isinstance(content, bytes) else content.encode(),
        agency=agency,
        board=store.board,
        key=store.key,
        received_at=RECEIVED,
        mapped=as_said(mapping, store.key) if mapping else confirmed_by(store, agency),
    )


def in_a_workbook(text: str, *, beside: bool = False) -> bytes:
    """The same cells in a sheet: dates as dates and times as times."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made)
    if beside:
        book.add_worksheet("Contents").write_column(0, 0, ["What is in here", "Children", "Nothing else"])
    sheet = book.add_worksheet("Export")
    day, time = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "hh:mm"})
    for row, line in enumerate(text.splitlines()):
        for place, cell in enumerate(line.split(",")):
            if cell.count("/") == 2:
                sheet.write_datetime(row, place, datetime.strptime(cell, "%d/%m/%Y"), day)
            elif cell.count(":") == 1:
                sheet.write_datetime(row, place, datetime.strptime(cell, "%H:%M").time(), time)
            else:
                sheet.write_string(row, place, cell)
    book.close()
    return made.getvalue()


def test_a_police_export_is_proposed_as_missing_episodes_below_its_title() -> None:
    found = proposed(POLICE)
    assert found.dataset == "missing_episodes"
    assert headings(found) == dict(MISSING.columns)
    assert meanings(found) == {"missing_from_care": {"Not known": "not ours"}}  # neither yes nor no
    assert found.rows == 4
    assert found.mapping().lacks() == []


def test_what_is_not_kept_is_named_with_its_reason() -> None:
    dropped = {each.heading: each.why for each in proposed(POLICE).dropped}
    assert dropped["Forename"] == dropped["Surname"] == "A name is never kept."
    assert dropped["Postcode"] == "A postcode is never kept."
    assert dropped["PC"] == "Who works on it is never kept."
    assert dropped["Risk Grading"] == "It is not part of the dataset."


def test_the_evidence_says_nothing_of_what_is_in_the_cells() -> None:
    found = proposed(POLICE)
    said = str([each.why for each in found.fields]) + to_fill_in(found)
    assert [each for each in (*NAMES, "M1", "P1", "14/02/2011") if each in said] == []


def test_a_councils_interviews_are_proposed_with_its_words_as_yes_and_no() -> None:
    found = proposed(INTERVIEWS)
    assert found.dataset == "return_interviews"
    assert headings(found) == {
        "episode_id": ("Missing Episode Ref",),
        "returned_at": ("Date & time returned",),
        "offered": ("Was RHI offered?",),
        "accepted": ("RHI outcome",),
        "held_at": ("Date RHI completed",),
    }
    assert meanings(found) == {
        "offered": {"Offered": "yes", "Not offered": "no"},
        "accepted": {"Accepted": "yes", "Declined": "no"},
    }


def test_a_health_list_is_proposed_with_its_words_as_codes() -> None:
    found = proposed(HEALTH)
    assert found.dataset == "camhs_referrals"
    assert meanings(found) == {"source": {"School nurse": "school", "Social care": "childrens_social_care"}}  # GP is ours


def test_what_an_agency_is_expected_to_send_decides_between_datasets_that_are_near() -> None:
    list_of_children = "Client ID,Date started,Date ended\nC1,01/04/2026,\nC2,02/04/2026,\n"
    assert proposed(list_of_children, "early_help_episodes").dataset == "early_help_episodes"
    assert proposed(list_of_children, "cp_plans").dataset == "cp_plans"


def test_a_missing_identifier_is_made_of_the_child_and_the_day() -> None:
    found = proposed(
        POLICE.replace("Misper Ref,", "").replace("M1,", "").replace("M2,", "").replace("M3,", "").replace("M4,", "")
    )
    assert headings(found)["episode_id"] == ("Nominal Ref", "Date Missing")


def test_a_table_near_to_nothing_is_proposed_as_nothing() -> None:
    from metrics.intake.own.proposal import look, propose_own

    assert propose_own(look(table_of("Colour,Shape,Weight\nred,round,4\nblue,square,5\n"))) is None


@pytest.mark.parametrize("content", [POLICE, in_a_workbook(POLICE), in_a_workbook(POLICE, beside=True)], ids=str.__class__)
def test_unconfirmed_it_is_refused_with_how_to_confirm_it(store: Store, content: str | bytes) -> None:
    given = content if isinstance(content, bytes) else content.encode()
    with pytest.raises(Unmapped, match=r"scorecard mapping propose FILE --agency ID --out FILE\.toml"):
        recognise(given)
    with pytest.raises(Unmapped):
        read(store, content)


@pytest.mark.parametrize("form", [str, in_a_workbook], ids=["csv", "workbook"])
def test_confirmed_it_is_read_by_its_own_headings(store: Store, form: type[str]) -> None:
    found = read(store, form(POLICE), MISSING)
    submission = found.submissions[0]
    assert (found.format, submission.dataset, submission.rows_read, submission.rows_kept) == (OWN, "missing_episodes", 4, 4)
    assert column(submission, "missing_from")[0] == datetime(2026, 4, 2, 18, 15)
    assert column(submission, "returned_at") == [
        datetime(2026, 4, 3, 21, 40),
        datetime(2026, 5, 6, 1, 40),
        None,
        datetime(2026, 6, 14, 8, 0),
    ]
    assert column(submission, "missing_from_care") == [True, False, True, None]  # what is not known is left empty
    assert column(submission, "age_band")[0] == "10 to 15"
    assert (submission.covers_from, submission.covers_to) == (date(2026, 4, 1), date(2026, 6, 14))
    assert submission.lacks == ("family_id", "placed_out_of_area")


def test_a_problem_names_the_senders_heading_and_row(store: Store) -> None:
    broken = POLICE.replace("M2,P2", "M2,").replace("12/06/2026,17:15", "31/31/2026,17:15").replace("Not known", "Perhaps")
    found = read(store, broken, MISSING.model_copy(update={"codes": {}})).submissions[0]
    assert rules(found) == [
        (4, "Nominal Ref", "empty"),
        (5, "Date Missing and Time Missing", "cannot_be_read"),
        (6, "LAC?", "cannot_be_read"),
    ]
    said = {each.row: each.sentence for each in found.problems}
    assert said[4].startswith("“Nominal Ref” is empty. Every row needs ")
    assert said[5].startswith("“Date Missing and Time Missing” should be a date with a time")
    assert said[6].startswith("“LAC?” holds a word of which nobody has said what it means. The row was kept")
    assert "Perhaps" not in str(found.problems)


def test_what_was_confirmed_is_not_asked_again_while_the_headings_stay(store: Store) -> None:
    remember(store, "police", table_of(POLICE).named, MISSING, "data lead")
    july = (
        POLICE.replace("/2026", "/2025").replace("Misper Ref,Nominal Ref", "NOMINAL REF,misper  ref").replace("M1,P1", "P1,M1")
    )
    assert recognise(july.encode(), mapped=confirmed_by(store, "police")).format == OWN
    assert column(read(store, july).submissions[0], "missing_from")[0] == datetime(2025, 4, 2, 18, 15)
    with pytest.raises(Unmapped):
        read(store, july, agency="health")


def test_a_changed_set_of_headings_is_asked_again_with_what_was_said_before(store: Store) -> None:
    remember(store, "police", table_of(POLICE).named, MISSING, "data lead")
    changed = POLICE.replace("LAC?", "Care status").replace("Risk Grading", "Risk")
    with pytest.raises(Unmapped):
        read(store, changed)
    last = last_like(store, "police", table_of(changed).named)
    assert columns(last) == {name: each for name, each in MISSING.columns.items() if name != "missing_from_care"}
    found = proposed(changed, last=last)
    assert [each.why for each in found.fields if each.field == "episode_id"] == ["As it was confirmed for the last file"]


def test_words_that_were_confirmed_are_proposed_again(store: Store) -> None:
    said = MISSING.model_copy(update={"codes": {"missing_from_care": {"Not known": "yes"}}})
    remember(store, "police", table_of(POLICE).named, said, "")
    changed = POLICE.replace("Risk Grading", "Risk")
    last = last_like(store, "police", table_of(changed).named)
    assert meanings(proposed(changed, last=last)) == {"missing_from_care": {"Not known": "yes"}}


def test_a_confirmation_is_only_ever_added_and_the_newest_holds(store: Store) -> None:
    remember(store, "police", table_of(POLICE).named, MISSING, "analyst")
    corrected = MISSING.model_copy(update={"columns": {**MISSING.columns, "missing_from_care": ()}})
    remember(store, "police", table_of(POLICE).named, corrected, "data lead")
    assert "missing_from_care" not in columns(confirmed_by(store, "police")(table_of(POLICE).named))
    with store.cursor() as cursor:
        said = cursor.execute("select confirmed_by from own_mappings order by confirmed_at").fetchall()
    assert said == [("analyst",), ("data lead",)]


def test_the_same_file_by_a_corrected_mapping_is_another_delivery(store: Store) -> None:
    store.accept(read(store, POLICE, MISSING))
    with pytest.raises(AlreadyReceived):
        store.accept(read(store, POLICE, MISSING))
    remember(store, "police", table_of(POLICE).named, MISSING, "")
    with pytest.raises(AlreadyReceived):
        store.accept(read(store, POLICE))
    store.accept(read(store, POLICE, MISSING.model_copy(update={"codes": {"missing_from_care": {"Not known": "no"}}})))


def test_neither_names_nor_headings_nor_words_can_be_read_in_the_store(store: Store) -> None:
    named = POLICE.replace("Misper Ref", "Quokkafeather Ref")
    mapping = MISSING.model_copy(update={"columns": {**MISSING.columns, "episode_id": ("Quokkafeather Ref",)}})
    remember(store, "police", table_of(named).named, mapping, "data lead")
    store.accept(read(store, named))
    with store.cursor() as cursor:
        cursor.execute("checkpoint")
    held = store.path.read_bytes()
    assert [each for each in (*NAMES, "Not known", "Nominal Ref") if each.encode() in held] == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("dataset = ", "set = "), "cannot be read"),
        (('"missing_episodes"', '"fish"'), "names no dataset of ours"),
        (('child_id = "Nominal Ref"', 'child_id = ""'), "Nothing is named for child_id"),
        (('child_id = "Nominal Ref"', 'child_id = "Nominal"'), "The file has no heading “Nominal”"),
        (("child_id = ", "child = "), "missing_episodes has no column child"),
        (('"Not known" = "not ours"', '"Not known" = ""'), "Still open under"),
        (('"Not known" = "not ours"', '"Not known" = "soon"'), "Write one of yes, no"),
        (("[codes.missing_from_care]", "[codes.child_id]"), "has no codes for child_id"),
        (('child_id = "Nominal Ref"', 'child_id = ["Nominal Ref", "DOB", "Gender"]'), "made of 3 headings"),
    ],
)
def test_a_file_that_was_filled_in_badly_is_refused_in_a_sentence(change: tuple[str, str], sentence: str) -> None:
    text = to_fill_in(proposed(POLICE))
    assert change[0] in text
    with pytest.raises(Refused, match=sentence):
        read_own_mapping(text.replace(*change), table_of(POLICE).named)


def test_the_file_to_fill_in_says_the_proposal_when_it_is_left_as_it_is() -> None:
    found = proposed(POLICE)
    assert read_own_mapping(to_fill_in(found), found.headings) == found.mapping()


def test_confirmed_inside_the_agency_it_can_be_prepared_as_counts(store: Store, tmp_path: Path) -> None:
    extract = tmp_path / "export.csv"
    extract.write_text(POLICE, encoding="utf-8")
    with pytest.raises(Refused, match="scorecard mapping propose"):
        list(read_inside(store, "police", [extract], Said()))
    remember(store, "police", table_of(POLICE).named, MISSING, "data lead")
    (read_of,) = read_inside(store, "police", [extract], Said())
    assert (read_of.format, read_of.submissions[0].rows_kept) == (OWN, 4)
