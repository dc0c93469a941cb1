import io
import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from metrics.datasets import contract
from metrics.intake.cin_census import MODULES, NotACensus, read_header, stream_rows

SAMPLES = Path(__file__).parents[2].parent / "shared" / "data" / "formats"
HEADER = """<Header>
  <CollectionDetails><Collection>CIN</Collection><Year>2024</Year><ReferenceDate>2024-03-31</ReferenceDate>
  </CollectionDetails>
  <Source><SourceLevel>L</SourceLevel><LEA>925</LEA></Source>
</Header>"""
IDENTIFIERS = """<ChildIdentifiers>
  <LAchildID>LA1</LAchildID><UPN>A123456789012</UPN><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>
</ChildIdentifiers>"""
REFERRAL = "<CINreferralDate>2023-05-02</CINreferralDate><ReferralSource>1A</ReferralSource>"
NOTHING_ELSE = [None, None, None, None]


def census(children: str, header: str = HEADER, root: str = "<Message>") -> str:
    return f"{root}\n{header}\n<Children>{children}</Children>\n</Message>"


def child(details: str, identifiers: str = IDENTIFIERS) -> str:
    return f"<Child>{identifiers}<CINdetails>{details}</CINdetails></Child>"


def rows_of(text: str | bytes, dataset: str, batch: int = 20_000) -> list[list[str | None]]:
    stream = io.BytesIO(text.encode() if isinstance(text, str) else text)
    found = [columns for name, columns, _, _ in stream_rows(stream, batch) if name == dataset]
    kept = slice(len(MODULES[dataset]) - len(contract(dataset).looked_at))
    return [list(row) for columns in found for row in zip(*columns[kept], strict=True)]


def everything(text: str) -> list[tuple[str, int, str]]:
    batches = stream_rows(io.BytesIO(text.encode()))
    return [(name, line, place) for name, _, lines, places in batches for line, place in zip(lines, places, strict=True)]


def refusal(text: str | bytes) -> str:
    stream = io.BytesIO(text.encode() if isinstance(text, str) else text)
    with pytest.raises(NotACensus) as refused:
        list(stream_rows(stream))
    return str(refused.value)


def header_saying(reference_date: str) -> str:
    return census("", HEADER.replace("2024-03-31", reference_date))


# What a row holds


def test_a_referral_is_one_row_with_its_own_fields() -> None:
    text = census(
        child(
            f"{REFERRAL}<PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2023-09-01</CINclosureDate>"
            "<ReasonForClosure>RC1</ReasonForClosure><ReferralNFA>FALSE</ReferralNFA>"
        )
    )
    assert rows_of(text, "referrals") == [["LA1", "2015-03-27", "2023-05-02", "1A", "N1", "FALSE", "2023-09-01", "RC1"]]


def test_an_assessment_leaves_its_factors_behind() -> None:
    text = census(
        child(
            "<Assessments><AssessmentActualStartDate>2023-05-03</AssessmentActualStartDate>"
            "<AssessmentAuthorisationDate>2023-06-20</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
            "<AssessmentFactors>8B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>"
        )
    )
    assert rows_of(text, "assessments") == [["LA1", "2015-03-27", "2023-05-03", "2023-06-20"]]


@pytest.mark.parametrize("reviews", ["Reviews", "CPPreviews"])
def test_a_plan_keeps_first_and_latest_category_and_leaves_its_reviews_behind(reviews: str) -> None:
    text = census(
        child(
            "<ChildProtectionPlans><CPPstartDate>2023-06-01</CPPstartDate>"
            "<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>"
            "<NumberOfPreviousCPP>2</NumberOfPreviousCPP>"
            f"<{reviews}><CPPreviewDate>2023-08-01</CPPreviewDate></{reviews}></ChildProtectionPlans>"
        )
    )
    assert rows_of(text, "cp_plans") == [["LA1", "2015-03-27", "2023-06-01", None, "NEG", "EMO", "2"]]


def test_a_conference_of_a_child_who_moved_in_is_an_enquiry_without_a_start() -> None:
    text = census(
        child(
            f"{REFERRAL}<DateOfInitialCPC>2023-07-01</DateOfInitialCPC><Section47>"
            "<S47ActualStartDate>2023-06-02</S47ActualStartDate><DateOfInitialCPC>2023-06-17</DateOfInitialCPC>"
            "<ICPCnotRequired>0</ICPCnotRequired></Section47>"
        )
    )
    assert sorted(rows_of(text, "section_47_enquiries"), key=str) == [
        ["LA1", "2015-03-27", "2023-06-02", "2023-06-17", "0"],
        ["LA1", "2015-03-27", None, "2023-07-01", None],
    ]
    assert len(rows_of(text, "referrals")) == 1


def test_an_empty_conference_date_is_no_conference() -> None:
    text = census(child(f"{REFERRAL}<DateOfInitialCPC> </DateOfInitialCPC>"))
    assert rows_of(text, "section_47_enquiries") == []


def test_the_expected_birth_date_stands_in_only_where_there_is_no_birth_date() -> None:
    expected = "<ExpectedPersonBirthDate>2024-06-01</ExpectedPersonBirthDate>"
    unborn = f"<ChildIdentifiers><LAchildID>LA1</LAchildID><PersonBirthDate/>{expected}</ChildIdentifiers>"
    born = IDENTIFIERS.replace("<Sex>", f"{expected}<Sex>")
    text = census(child(REFERRAL, unborn) + child(REFERRAL, born))
    assert [row[1] for row in rows_of(text, "referrals")] == ["2024-06-01", "2015-03-27"]


@pytest.mark.parametrize("sex", ["<Sex>M</Sex>", "<Sex>1</Sex>", "<GenderCurrent>1</GenderCurrent>", ""])
def test_sex_may_be_written_in_either_form_and_is_never_kept(sex: str) -> None:
    text = census(child(REFERRAL, IDENTIFIERS.replace("<Sex>F</Sex>", sex)))
    assert rows_of(text, "referrals") == [["LA1", "2015-03-27", "2023-05-02", "1A", *NOTHING_ELSE]]


def test_no_upn_ethnicity_disability_or_factor_leaves_the_parser() -> None:
    private = {"UPN": "PrivateA", "FormerUPN": "PrivateB", "Ethnicity": "PrivateC", "Disability": "PrivateD"}
    marks = "".join(f"<{element}>{value}</{element}>" for element, value in private.items())
    text = census(
        child(
            f"{REFERRAL}{marks}<Assessments>{marks}</Assessments><Section47>{marks}</Section47>"
            f"<ChildProtectionPlans>{marks}</ChildProtectionPlans>",
            f"<ChildIdentifiers>{marks}</ChildIdentifiers><ChildCharacteristics>{marks}</ChildCharacteristics>",
        )
    )
    assert "Private" not in str(list(stream_rows(io.BytesIO(text.encode()))))


def test_of_a_upn_a_sex_and_two_days_there_are_answers_for_the_rules() -> None:
    """A100000000012: 1 times 2, and 1 times 12 and 2 times 13, is 40, and 40 less 23 is 17: the letter is U."""
    asked = contract("referrals").looked_at
    for upn, sex, born, answers in [
        ("U100000000012", "F", "<PersonBirthDate>2023-08-01</PersonBirthDate>", [None, "yes", "yes"]),
        ("A100000000012", "U", "<ExpectedPersonBirthDate>2023-08-01</ExpectedPersonBirthDate>", ["2023-08-01", "no", "no"]),
    ]:
        text = f"<LAchildID>LA1</LAchildID><UPN>{upn}</UPN>{born}<Sex>{sex}</Sex>"
        stream = io.BytesIO(census(child(REFERRAL, f"<ChildIdentifiers>{text}</ChildIdentifiers>")).encode())
        columns = next(columns for name, columns, _, _ in stream_rows(stream) if name == "referrals")
        assert [each[0] for each in columns[-len(asked) :]] == answers


# Untidy files


def test_elements_may_come_in_any_order() -> None:
    referral = "<ReferralSource>1A</ReferralSource><CINreferralDate>2023-05-02</CINreferralDate>"
    details = f"<CINdetails>{referral}</CINdetails>"
    text = f"<Message><Children><Child>{details}{IDENTIFIERS}</Child></Children>{HEADER}</Message>"
    assert rows_of(text, "referrals") == [["LA1", "2015-03-27", "2023-05-02", "1A", *NOTHING_ELSE]]


def test_stray_text_comments_and_empty_elements_are_passed_over_and_white_space_trimmed() -> None:
    untidy = "<UPNunknown>UN3</UPNunknown>PersonBirthDate<LAchildID>\n LA1\t</LAchildID>"
    text = census(
        child(
            "stray<CINreferralDate> 2023-<!-- split -->05-02 </CINreferralDate><?note?>stray<ReferralSource/>"
            "<PrimaryNeedCode>  </PrimaryNeedCode><Assessments/>stray<Section47><!-- none --></Section47>",
            f"<ChildIdentifiers>{untidy}</ChildIdentifiers>",
        )
    )
    assert rows_of(text, "referrals") == [["LA1", None, "2023-05-02", None, *NOTHING_ELSE]]
    assert rows_of(text, "assessments") == rows_of(text, "section_47_enquiries") == []


def test_a_row_without_its_dates_is_still_a_row_for_the_checks_to_find() -> None:
    text = census(child("<Assessments><AssessmentActualStartDate/></Assessments>"))
    assert rows_of(text, "assessments") == [["LA1", "2015-03-27", None, None]]
    assert len(rows_of(text, "referrals")) == 1


@pytest.mark.parametrize(
    "root", ["<Message>", '<Message xmlns="urn:any">', '<Message xmlns="http://www.w3.org/1999/xhtml" a="b">']
)
def test_any_default_namespace_is_accepted(root: str) -> None:
    text = census(child(f"{REFERRAL}<DateOfInitialCPC>2023-07-01</DateOfInitialCPC>"), root=root)
    assert read_header(io.BytesIO(text.encode())).authority_code == "925"
    assert [len(rows_of(text, dataset)) for dataset in MODULES] == [0, 1, 0, 1]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("utf-8", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "latin-1"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    text = declaration + census(child(REFERRAL, IDENTIFIERS.replace("LA1", "LÁ1")))
    assert rows_of(text.encode(encoding), "referrals")[0][0] == "LÁ1"


def test_a_census_with_no_children_has_no_rows() -> None:
    assert everything(census("")) == []


# Where a row stands


def test_each_row_says_its_line_and_its_place() -> None:
    text = census(
        "\n<Child>\n<CINdetails>\n<ReferralNFA>0</ReferralNFA>\n</CINdetails>\n<CINdetails>\n"
        "<ChildProtectionPlans>\n<CPPstartDate/>\n</ChildProtectionPlans>\n<ChildProtectionPlans><CPPstartDate/>"
        "</ChildProtectionPlans>\n<DateOfInitialCPC>2023-07-01</DateOfInitialCPC></CINdetails></Child>",
        header=HEADER.replace("\n", ""),
    )
    assert everything(text) == [
        ("cp_plans", 9, "Child 1, CINdetails 2, ChildProtectionPlans 1"),
        ("cp_plans", 12, "Child 1, CINdetails 2, ChildProtectionPlans 2"),
        ("referrals", 5, "Child 1, CINdetails 1"),
        ("referrals", 8, "Child 1, CINdetails 2"),
        ("section_47_enquiries", 13, "Child 1, CINdetails 2, DateOfInitialCPC"),
    ]


def test_lines_are_right_beyond_the_65535th() -> None:
    details = f"\n  {REFERRAL}\n  <Assessments>\n    <AssessmentActualStartDate/>\n  </Assessments>\n"
    text = census(f"\n{child(details)}" * 10_000)
    starts = {"referrals": "<CINdetails>", "assessments": "<Assessments>"}
    numbered = list(enumerate(text.split("\n"), start=1))
    found = everything(text)
    for dataset, start in starts.items():
        expected = [number for number, line in numbered if start in line]
        assert expected[-1] > 70_000
        assert [line for name, line, _ in found if name == dataset] == expected


def test_batches_keep_every_row_once_and_in_order() -> None:
    children = "".join(child(REFERRAL, IDENTIFIERS.replace("LA1", f"LA{number}")) for number in range(1_050))
    stream = io.BytesIO(census(children).encode())
    batches = [columns[0] for _, columns, _, _ in stream_rows(stream, batch=250)]
    assert [identifier for batch in batches for identifier in batch] == [f"LA{number}" for number in range(1_050)]
    assert len(batches) == 4


# The header and the period


def test_the_header_says_whose_census_it_is_and_which_year_it_covers() -> None:
    header = read_header(io.BytesIO(census("").encode()))
    assert (header.authority_code, header.year_says) == ("925", "2024")
    assert (header.covers_from, header.covers_to) == (date(2023, 4, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("reference_date", "covers_from"),
    [
        ("2024-03-31", date(2023, 4, 1)),
        ("2023-03-28", date(2022, 3, 29)),
        ("2022-07-21", date(2021, 7, 22)),
        (" 2024-03-31T00:00:00 ", date(2023, 4, 1)),
        ("2024-02-29", date(2023, 3, 1)),
        ("2024-02-28", date(2023, 3, 1)),
        ("2025-02-28", date(2024, 3, 1)),
    ],
)
def test_the_year_ends_on_the_reference_date_whatever_the_header_calls_it(reference_date: str, covers_from: date) -> None:
    header = read_header(io.BytesIO(header_saying(reference_date).encode()))
    assert header.covers_from == covers_from
    assert header.covers_to == header.reference_date == date.fromisoformat(reference_date.strip()[:10])


def test_the_header_is_read_without_reading_the_children() -> None:
    stream = io.BytesIO(census(child(REFERRAL) * 5_000).encode())
    read_header(stream)
    assert stream.tell() < 20_000


def test_a_header_field_of_any_length_is_cut_off() -> None:
    header = read_header(io.BytesIO(census("", HEADER.replace("925", "9" * 1_000_000)).encode()))
    assert header.authority_code is not None
    assert len(header.authority_code) == 100


# What is refused


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<html><body/></html>", "outermost element should be Message"),
        ("<EXPSSDA903><CHILD/></EXPSSDA903>", "is the SSDA903 return"),
        (census("", HEADER.replace(">CIN<", ">CSWW<")), "is the children's social work workforce census"),
        (census("", HEADER.replace(">CIN<", ">SCHOOL<")), "is another collection"),
        (census("", HEADER.replace(">CIN<", "><")), "does not say which collection"),
        (census("", ""), "does not say which collection"),
        (header_saying(""), "ReferenceDate is missing"),
        (header_saying("31/03/2024"), "written as 2024-03-31"),
        (header_saying("0001-01-01"), "ReferenceDate is missing"),
        (header_saying("9999-12-31"), "ReferenceDate is missing"),
        ("", "cannot be read as XML beyond line 1"),
        (b"PK\x03\x04 a workbook", "cannot be read as XML beyond line 1"),
        ('<?xml version="1.0" encoding="no-such"?>' + census(""), "cannot be read as XML beyond line 1"),
        ("<!DOCTYPE Message>" + census(""), "begins with a DOCTYPE"),
    ],
)
def test_another_file_is_refused_with_a_sentence_of_its_own(text: str | bytes, says: str) -> None:
    assert says in refusal(text)


def test_a_bomb_of_entities_is_refused_before_it_goes_off() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
    text = f"<!DOCTYPE Message [{entities}]>" + census(child("<CINreferralDate>&a11;</CINreferralDate>"))
    assert "DOCTYPE" in refusal(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_from_outside_is_never_fetched(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    doctype = f'<!DOCTYPE Message [<!ENTITY secret SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    text = doctype + census(child("<CINreferralDate>&secret;</CINreferralDate>"))
    assert "DOCTYPE" in refusal(text.encode(encoding))


@pytest.mark.parametrize(
    "broken",
    [
        "<CINreferralDate>Hidden</ReferralSource>",
        "<CINreferralDate>Hidden & hidden</CINreferralDate>",
        "<CINreferralDate>&Hidden;</CINreferralDate>",
        "<CINreferralDate>Hidden\x00</CINreferralDate>",
    ],
)
def test_a_malformed_file_says_the_line_and_nothing_that_stands_there(broken: str) -> None:
    good = f"\n{child(REFERRAL)}" * 2_000
    text = census(f"{good}\n{child(broken)}")
    line = text[: text.index(broken)].count("\n") + 1
    message = refusal(text)
    assert f"beyond line {line}:" in message
    assert "hidden" not in message.lower()


def test_wrong_bytes_for_the_encoding_are_refused() -> None:
    text = census(f"\n{child(REFERRAL)}" * 2_000 + child(REFERRAL.replace("1A", "É")))
    assert "wrong encoding" in refusal(text.encode("latin-1"))


@pytest.mark.parametrize("kept", [0.001, 0.3, 0.9, 0.9999])
def test_a_file_cut_short_is_refused_wherever_it_was_cut(kept: float) -> None:
    text = census(f"\n{child(REFERRAL)}" * 2_000)
    assert "cut short" in refusal(text[: int(len(text) * kept)])


# A second reading of the samples


def samples(folder: str = "cin") -> list[Path]:
    return sorted((SAMPLES / folder).glob("*.xml")) if (SAMPLES / folder).is_dir() else []


needs_samples = pytest.mark.skipif(not samples(), reason="the sample files are not beside the project")


def second_reading(path: Path) -> ElementTree.Element:
    return ElementTree.parse(path).getroot()  # noqa: S314 - our own samples, and another parser is the point


@needs_samples
@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_samples_give_as_many_rows_as_a_second_reading_finds(path: Path) -> None:
    root = second_reading(path)
    with path.open("rb") as stream:
        header = read_header(stream)
        counts = dict.fromkeys(MODULES, 0)
        for dataset, columns, lines, places in stream_rows(stream):
            counts[dataset] += len(lines)
            assert {len(column) for column in columns} == {len(places)} == {len(lines)}
            assert len(columns) == len(MODULES[dataset])
    assert header.reference_date.isoformat() == root.findtext("Header/CollectionDetails/ReferenceDate")
    assert header.authority_code == root.findtext("Header/Source/LEA")
    details = "Children/Child/CINdetails"
    assert counts == {
        "cp_plans": len(root.findall(f"{details}/ChildProtectionPlans")),
        "referrals": len(root.findall(details)),
        "assessments": len(root.findall(f"{details}/Assessments")),
        "section_47_enquiries": len(root.findall(f"{details}/Section47")) + len(root.findall(f"{details}/DateOfInitialCPC")),
    }


@needs_samples
def test_every_cell_of_the_large_sample_is_as_a_second_reading_finds_it() -> None:
    path = SAMPLES / "cin" / "fake_CIN_data.xml"
    own = ["CINreferralDate", "ReferralSource", "PrimaryNeedCode", "ReferralNFA"]
    own += ["CINclosureDate", "ReasonForClosure"]
    identifiers = ["ChildIdentifiers/LAchildID", "ChildIdentifiers/PersonBirthDate"]
    expected = [
        [*(found.findtext(name) for name in identifiers), *(details.findtext(name) for name in own)]
        for found in second_reading(path).iter("Child")
        for details in found.findall("CINdetails")
    ]
    assert rows_of(path.read_bytes(), "referrals", batch=100) == expected


@needs_samples
@pytest.mark.parametrize(("folder", "says"), [("csww", "workforce census"), ("ssda903", "SSDA903")])
def test_samples_of_other_returns_are_no_children_in_need_census(folder: str, says: str) -> None:
    for path in samples(folder):
        assert says in refusal(path.read_bytes())


# Memory

READ_AND_WEIGH = """
import sys
from pathlib import Path
from metrics.datasets import contract
from metrics.intake.cin_census import stream_rows

for path in map(Path, sys.argv[1:]):
    with path.open("rb") as stream:
        for _ in stream_rows(stream, batch=1_000):
            pass
    print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    assessment = "<Assessments><AssessmentActualStartDate>2023-05-03</AssessmentActualStartDate></Assessments>"
    one = f"\n{child(REFERRAL + assessment)}"
    paths = {size: tmp_path / f"{size}.xml" for size in (1_500_000, 15_000_000)}
    for size, path in paths.items():
        path.write_text(census(one * (size // len(one))), encoding="utf-8")
    command = [sys.executable, "-c", READ_AND_WEIGH, *map(str, paths.values())]
    small, large = map(int, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
    assert large - small < 4_000  # KB, after ten times the file
