"""Spec: the workforce census becomes one row of sums, and no worker is kept. Held against a plain reading of the same XML."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from metrics.intake import recognise
from metrics.store import Store
from metrics.submission import Refused, Submission
from tests.intake.reading import column, delivery_of

HEAD = """<Message><Header><CollectionDetails><Collection>CSWW</Collection><Year>2025</Year>
<ReferenceDate>2025-09-30</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>
<LALevelVacancies><NumberOfVacancies>12.5</NumberOfVacancies><NoAgencyFTE>1</NoAgencyFTE></LALevelVacancies>"""


def census(*workers: dict[str, str]) -> bytes:
    each = "".join("<CSWWWorker>" + "".join(f"<{k}>{v}</{k}>" for k, v in one.items()) + "</CSWWWorker>" for one in workers)
    return f"{HEAD}{each}</Message>".encode()


def own(**fields: str) -> dict[str, str]:
    return {"AgencyWorker": "0", "SWENo": "SW1234567890", "FTE": "1", "FTE30": "1", "OrgRole": "5", **fields}


def workforce(content: bytes | Path) -> Submission:
    return delivery_of(content).submissions[0]


def one(content: bytes | Path, name: str) -> object:
    return column(workforce(content), name)[0]


@pytest.fixture(scope="module")
def sample(shared: Path) -> Path:
    return shared / "data" / "formats" / "csww" / "social_work_workforce_2022.xml"


def test_the_sample_adds_up_as_a_plain_reading_does(sample: Path) -> None:
    root = ElementTree.parse(sample).getroot()  # noqa: S314 - a known file; another parser is the point
    workers = [{each.tag: each.text or "" for each in worker} for worker in root.iter("CSWWWorker")]
    stay = [each for each in workers if not each.get("RoleEndDate") or each["RoleEndDate"] > "2022-09-30"]
    left = [each for each in workers if "2021-10-01" <= each.get("RoleEndDate", "") <= "2022-09-30"]

    def total(of: list[dict[str, str]], name: str) -> Decimal:
        return round(sum((Decimal(each.get(name) or 0) for each in of), Decimal()), 4)

    hold = [each for each in stay if Decimal(each.get("FTE30") or 0) > 0 and Decimal(each.get("Cases30") or 0) > 0]
    assert one(sample, "fte_in_post") == total([each for each in stay if each["AgencyWorker"] == "0"], "FTE30")
    assert one(sample, "agency_fte") == total([each for each in stay if each["AgencyWorker"] == "1"], "FTE30")
    assert one(sample, "leavers_year_fte") == total([each for each in left if each["AgencyWorker"] == "0"], "FTE")
    assert one(sample, "cases_held") == sum(int(each["Cases30"]) for each in hold)
    assert one(sample, "case_holding_fte") == total(hold, "FTE30")
    assert one(sample, "vacancies_fte") == Decimal(root.findtext("LALevelVacancies/NumberOfVacancies") or "")


def test_it_is_one_row_for_the_month_of_its_day(sample: Path) -> None:
    read = workforce(sample)
    assert (read.rows_kept, read.covers_from, read.covers_to) == (1, date(2022, 9, 1), date(2022, 9, 30))
    assert "30/09/2022" in recognise(sample).sentence


def test_a_worker_who_left_on_the_day_is_a_leaver_and_not_in_post() -> None:
    content = census(own(RoleEndDate="2025-09-30", FTE="0.6"), own(RoleEndDate="2025-10-01", FTE30="0.5"))
    assert (one(content, "fte_in_post"), one(content, "leavers_fte")) == (Decimal("0.5"), Decimal("0.6"))


def test_leavers_of_the_year_and_of_the_month_are_told_apart() -> None:
    content = census(own(), own(RoleEndDate="2024-10-01"), own(RoleEndDate="2024-09-30"), own(RoleEndDate="2025-09-01"))
    assert (one(content, "leavers_year_fte"), one(content, "leavers_fte")) == (Decimal(2), Decimal(1))


def test_agency_workers_are_apart_and_an_agency_worker_who_left_is_no_leaver() -> None:
    content = census(own(), own(AgencyWorker="1", FTE30="0.4"), own(AgencyWorker="1", RoleEndDate="2025-03-01"))
    assert (one(content, "agency_fte"), one(content, "leavers_year_fte")) == (Decimal("0.4"), Decimal(0))


def test_cases_of_a_worker_without_time_are_left_out_as_by_the_dfe_and_said() -> None:
    content = census(own(Cases30="14"), own(Cases30="9", FTE30="0"), own(FTE30="0.5"))
    assert (one(content, "cases_held"), one(content, "case_holding_fte")) == (14, Decimal(1))
    assert [each.rule for each in workforce(content).problems] == ["cases_without_fte"]


def test_managers_are_those_of_the_first_line() -> None:
    assert one(census(own(OrgRole="3", FTE30="0.8"), own(OrgRole="2"), own()), "managers_fte") == Decimal("0.8")


def test_a_time_outside_nought_to_one_is_a_problem() -> None:
    assert [each.field for each in workforce(census(own(FTE30="37.5"))).problems if each.rule == "fte_outside_0_to_1"] == [
        "FTE30"
    ]


def test_a_sum_that_differs_from_the_councils_own_is_said() -> None:
    assert any("NoAgencyFTE" in each for each in delivery_of(census(own())).notes)
    assert not any("NoAgencyFTE" in each for each in delivery_of(census(own(), own(AgencyWorker="1"))).notes)


def test_one_without_workers_and_one_that_breaks_off_are_refused() -> None:
    with pytest.raises(Refused, match="no worker"):
        delivery_of(census())
    with pytest.raises(Refused, match="cut short"):
        delivery_of(census(own())[:-30])


def test_no_worker_is_kept_in_the_store(store: Store) -> None:
    store.accept(delivery_of(census(own(PersonBirthDate="1971-02-03", Ethnicity="APKN"), own(SWENo="SW9999999999"))))
    with store.cursor() as cursor:
        assert cursor.execute("select count(*) from workforce").fetchall() == [(1,)]
        cursor.execute("checkpoint")
    kept = store.path.read_bytes()
    assert b"SW1234567890" not in kept
    assert b"1971-02-03" not in kept
