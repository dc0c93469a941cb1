"""Invented files: CSVs with one row in a hundred wrong in some way, censuses of a size in megabytes."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import duckdb
import xlsxwriter

CHILDREN = 400_000

DAY = "date '2016-04-01' + (n * 3600 // $rows)::integer"
LATER = f"case when n % 307 = 0 then {DAY} - 5 else {DAY} + (hash(n, 4) % 700)::integer end"
MOMENT = "timestamp '2016-04-01' + to_minutes(n * 5)"
BACK = f"{MOMENT} + to_minutes(case when n % 307 = 0 then -5 else (hash(n, 4) % 7000)::integer end)"
ENDED = "hash(n, 3) % 10 < 9"


def _of(values: str, salt: int) -> str:
    listed = values.split()
    return f"{listed}[1 + (hash(n, {salt}) % {len(listed)})::integer]"


PERSON = {
    "child_id": f"case when n % 501 = 0 then '' else 'C' || (hash(n, 1) % {CHILDREN}) end",
    "family_id": f"'F' || (hash(n, 1) % {CHILDREN} // 2)",
    "date_of_birth": "strftime(date '2005-01-01' + (hash(n, 2) % 6000)::integer, '%d/%m/%Y')",
}
SHAPES = {
    "cp_plans": PERSON
    | {
        "start_date": f"case when n % 403 = 0 then '31/02/2020' else strftime({DAY}, '%d/%m/%Y') end",
        "end_date": f"case when {ENDED} then strftime({LATER}, '%d/%m/%Y') end",
        "initial_category": f"case when n % 601 = 0 then 'XXX' else {_of('NEG PHY SAB EMO MUL', 5)} end",
        "category": _of("NEG PHY SAB EMO MUL", 6),
        "previous_plans": "hash(n, 7) % 3",
        "worker": "'Worker ' || n % 3000",
        "team": "'Team ' || n % 30",
    },
    "referrals": PERSON
    | {
        "referral_date": f"case when n % 403 = 0 then '2020-02-31' else strftime({DAY}, '%Y-%m-%d') end",
        "source": _of("1A 2A 3A 6 10 8", 5),
        "primary_need": "'N' || hash(n, 6) % 10",
        "no_further_action": _of("true false", 9),
        "closed_date": f"case when {ENDED} then strftime({LATER}, '%Y-%m-%d') end",
        "closure_reason": "'RC' || 1 + hash(n, 8) % 9",
        "team": "'Team ' || n % 30",
    },
    "missing_episodes": {"episode_id": "'M' || n"}
    | PERSON
    | {
        "missing_from": f"case when n % 403 = 0 then 'soon' else strftime({MOMENT}, '%d/%m/%Y %H:%M') end",
        "returned_at": f"case when {ENDED} then strftime({BACK}, '%d/%m/%Y %H:%M') end",
        "missing_from_care": _of("yes no", 9),
        "placed_out_of_area": _of("yes no", 10),
        "officer": "'Officer ' || n % 300",
        "team": "'Team ' || n % 30",
    },
}


def write_csv(path: Path, dataset: str, rows: int, families: bool) -> None:
    """Ten columns, as an agency exports them. Without families the column is there and empty."""
    shape = SHAPES[dataset] if families else SHAPES[dataset] | {"family_id": "''"}
    columns = ", ".join(f"({value})::varchar as {name}" for name, value in shape.items()).replace("$rows", str(rows))
    duckdb.execute(f"copy (select {columns} from range({rows}) as numbers(n)) to '{path}' (header)")


def write_workbook(path: Path, rows: int) -> None:
    """Child protection plans as a spreadsheet writes them, dates as dates. A million rows take about 60 MB."""
    with xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": str(path.parent)}) as book:
        sheet, day = book.add_worksheet("cp_plans"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, [*SHAPES["cp_plans"]])
        for n in range(1, rows + 1):
            began = date(2016, 4, 1) + timedelta(days=n * 3600 // rows)
            child = n * 7919 % CHILDREN
            sheet.write_string(n, 0, f"C{child}")
            sheet.write_string(n, 1, f"F{child // 2}")
            sheet.write_datetime(n, 2, date(2005, 1, 1) + timedelta(days=child % 6000), day)
            sheet.write_datetime(n, 3, began, day)
            if n % 10:
                sheet.write_datetime(n, 4, began + timedelta(days=n * 31 % 700), day)
            sheet.write_string(n, 5, ("NEG", "PHY", "SAB", "EMO", "MUL")[n % 5])
            sheet.write_string(n, 6, ("NEG", "PHY", "SAB", "EMO", "MUL")[n % 7 % 5])
            sheet.write_number(n, 7, n % 3)
            sheet.write_string(n, 8, f"Worker {n % 3000}")
            sheet.write_string(n, 9, f"Team {n % 30}")


def write_endless_cell(path: Path, size: int) -> None:
    """A CSV of so many bytes, nearly all of them in one cell that nothing closes. On most disks it takes no room."""
    with path.open("wb") as file:
        file.write(b'child_id,start_date,end_date,category,previous_plans\nA1,01/04/2025,,NEG,"' + b"x" * 10_000)
        file.truncate(size)


def write_census(path: Path, megabytes: int) -> None:
    """A children in need census of about so many megabytes."""
    with path.open("w", encoding="utf-8") as file:
        file.write("<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>")
        file.write("<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>\n")
        file.write("<Children>\n")
        for child in _children():
            if file.tell() > megabytes << 20:
                break
            file.writelines(child)
        file.write("</Children></Message>\n")


def _children() -> Iterator[list[str]]:
    for number in count():
        yield [_child(each) for each in range(number * 1000, number * 1000 + 1000)]


def _child(n: int) -> str:
    day = f"{2025 + n % 2}-{1 + n % 3:02d}-{1 + n % 28:02d}"
    return f"""<Child>
  <ChildIdentifiers><LAchildID>C{n}</LAchildID><UPN>A{n:012d}</UPN><FormerUPN>B{n:012d}</FormerUPN>
    <PersonBirthDate>{2009 + n % 15}-05-{1 + n % 28:02d}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
  <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>
  <CINdetails><CINreferralDate>{day}</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>
    <ReferralNFA>0</ReferralNFA>
    <Assessments><AssessmentActualStartDate>{day}</AssessmentActualStartDate>
      <AssessmentInternalReviewDate>{day}</AssessmentInternalReviewDate>
      <AssessmentAuthorisationDate>{day}</AssessmentAuthorisationDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>2B</AssessmentFactors><AssessmentFactors>3A</AssessmentFactors>
      </FactorsIdentifiedAtAssessment></Assessments>
    <CINPlanDates><CINPlanStartDate>{day}</CINPlanStartDate></CINPlanDates>
    <Section47><S47ActualStartDate>{day}</S47ActualStartDate><DateOfInitialCPC>{day}</DateOfInitialCPC>
      <ICPCnotRequired>0</ICPCnotRequired></Section47>
    <ChildProtectionPlans><CPPstartDate>{day}</CPPstartDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
      <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP>
      <Reviews><CPPreviewDate>{day}</CPPreviewDate></Reviews></ChildProtectionPlans>
  </CINdetails>
</Child>
"""
