"""Files of every kind that is read, with names, identifiers, births, postcodes and workers that nothing may keep."""

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import NamedTuple

from metrics.intake.mapped import described
from tests.intake.hostile import CENSUS, zipped
from tests.intake.own_extracts import NAMES as OF_AN_OWN_EXTRACT
from tests.intake.own_extracts import POLICE
from tests.wide.drawing import Value, workbook

CHILD = "KIDQ77"
OF_A_BAD_ROW = "KIDQ78"
NAME, SURNAME, WORKER, NOTE = "Quokkafeather", "Wombatsson", "Numbatford", "Bandicootly"
POSTCODE, UPN, URN, SWE = "ZQ9 9XW", "Q987654321098", "SC987654Q", "SWQ9876543210"
BORN, BORN_ISO = "23/07/2011", "2011-07-23"
NEEDLES = (
    CHILD, OF_A_BAD_ROW, NAME, SURNAME, WORKER, NOTE, POSTCODE, UPN, URN, SWE, BORN, BORN_ISO, "QQETH", *OF_AN_OWN_EXTRACT,
)  # fmt: skip
AS_AT = "2025-09-30"
DAY = "01/05/2025"
ENDS_OF_A_DAY = ("_date", "_started", "_ended", "_completed", "_authorised", "_on", "_start", "_end")
DAYS = {"DECOM", "MIS_START", "MIS_END", "REVIEW", "DATE_INT", "DATE_MATCH", "DATE_PLACED", "SW_DECOM", "DOLO_START"}
CODES = {"RNE": "S", "LS": "C2", "CIN": "N1", "PLACE": "U4", "MISSING": "M", "DEC": "", "REC": "", "pers_sex": "F"}
BESIDE = {
    "Forename": NAME, "Surname": SURNAME, "Allocated Worker": WORKER, "Placement postcode": POSTCODE, "UPN": UPN, "Notes": NOTE,
}  # fmt: skip
Rows = list[list[str]]


class Sent(NamedTuple):
    """A file, and what its sender says beside it."""

    content: bytes
    asked: tuple[str, ...] = ()
    mapped: bool = False


def files() -> dict[str, Sent]:
    """Every kind of file, by the name that it is sent under."""
    dated = ("--as-at", AS_AT)
    annex, care, ssd = annex_a(), looked_after(), standard_dataset()
    counted = {name: rows for name, rows in annex.items() if name in {"list_1", "list_7", "list_8"}}
    headings = "agency,indicator,period,numerator,denominator,value,Worker,Surname"
    returns = f"{headings}\ncouncil,referrals,2025/26 Q1,5,,,{WORKER},{SURNAME}\n"
    return {
        "census.xml": Sent(census()),
        "annex_a.xlsx": Sent(book(annex), dated),
        **{f"annex_{name}.csv": Sent(text(rows), dated) for name, rows in counted.items()},
        "ssda903.zip": Sent(zipped({f"{name}.csv": text(rows) for name, rows in care.items()}), dated),
        "ssda903.xlsx": Sent(book(care), dated),
        "ssda903.xml": Sent(looked_after_xml(), dated),
        "csww.xml": Sent(workforce()),
        "ssd.zip": Sent(zipped({f"{name}.csv": text(rows) for name, rows in ssd.items()}), dated),
        "ssd.xlsx": Sent(book(ssd), dated),
        "returns.csv": Sent(returns.encode()),
        "wide.xlsx": Sent(wide_sheet(), mapped=True),
        "own.csv": Sent(POLICE.replace("2026", "2025").encode(), ("--agency", "police"), mapped=True),
    }


def annex_a() -> dict[str, Rows]:
    """Every list, under headings that councils write, with columns that nobody asked for."""
    lists = {name: each["columns"] for name, each in described("annex_a").items() if "columns" in each}
    return {name: _rows({written[0]: ours for ours, written in columns.items()}, BESIDE) for name, columns in lists.items()}  # type: ignore[attr-defined]


def looked_after() -> dict[str, Rows]:
    """Every table, with no other columns: by them it is known."""
    return {name: _rows({each: each for each in columns}) for name, columns in _columns("ssda903").items()}


def standard_dataset() -> dict[str, Rows]:
    """Every table that is read, with columns of the dataset that are not."""
    beside = {"pers_forename": NAME, "pers_surname": SURNAME, "pers_upn": UPN, "addr_address_postcode": POSTCODE}
    return {name: _rows({each: each for each in columns}, beside) for name, columns in _columns("ssd").items()}


def census() -> bytes:
    body = f"""<Children><Child><ChildIdentifiers><LAchildID>{CHILD}</LAchildID><UPN>{UPN}</UPN><FormerUPN>{UPN}</FormerUPN>
    <PersonBirthDate>{BORN_ISO}</PersonBirthDate><Forename>{NAME}</Forename></ChildIdentifiers>
    <ChildCharacteristics><Ethnicity>QQETH</Ethnicity></ChildCharacteristics><CINdetails>
    <CINreferralDate>2024-05-02</CINreferralDate><ReferralSource>{SURNAME}</ReferralSource><Worker>{WORKER}</Worker>
    <ChildProtectionPlans><CPPstartDate>2024-06-03</CPPstartDate><InitialCategoryOfAbuse>{NOTE}</InitialCategoryOfAbuse>
    <NumberOfPreviousCPP>{POSTCODE}</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails></Child></Children>"""
    return CENSUS.format(collection="CIN", day="2025-03-31", body=body).encode()


def workforce() -> bytes:
    body = f"""<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>{SWE}</SWENo><Name>{WORKER}</Name>
    <PersonBirthDate>{BORN_ISO}</PersonBirthDate><FTE>1</FTE><FTE30>1</FTE30><Cases30>12</Cases30></CSWWWorker>
    <CSWWWorker><AgencyWorker>{NAME}</AgencyWorker><SWENo>{SWE}</SWENo><FTE>{SURNAME}</FTE><FTE30>{NOTE}</FTE30></CSWWWorker>"""
    return CENSUS.format(collection="CSWW", day="2025-09-30", body=body).encode()


def looked_after_xml() -> bytes:
    return f"""<EXPSSDA903><CHILD>
    <HEADER><CHILDID>{CHILD}</CHILDID><DOB>{BORN}</DOB><UPN>{UPN}</UPN><NAME>{NAME}</NAME></HEADER>
    <EPISODE><DECOM>{DAY}</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U4</PL><HOME_POST>{POSTCODE}</HOME_POST>
    <PL_POST>{POSTCODE}</PL_POST><URN>{URN}</URN></EPISODE>
    <EPISODE><DECOM>{SURNAME}</DECOM><RNE>{WORKER}</RNE><LS>{NOTE}</LS></EPISODE></CHILD></EXPSSDA903>""".encode()


def wide_sheet() -> bytes:
    """Indicators by quarters, with what people write beside their figures."""
    board: list[list[Value]] = [
        [f"Prepared by {WORKER} {SURNAME}"],
        ["Indicator", "Q1 2025/26", "Q2 2025/26", "Comment"],
        ["Referrals", 5.0, NOTE, f"{NAME} {POSTCODE}"],
        ["Children on a child protection plan", 5.0, 6.0, UPN],
    ]
    return workbook(Board=board)


def book(sheets: Mapping[str, Rows]) -> bytes:
    drawn: dict[str, Sequence[Sequence[Value]]] = {name.replace("list_", "List "): list(rows) for name, rows in sheets.items()}
    return workbook(**drawn)  # type: ignore[arg-type]  # rows, none a function


def text(rows: Rows) -> bytes:
    lines = StringIO()
    for row in rows:
        lines.write(",".join(f'"{cell}"' for cell in row) + "\n")
    return lines.getvalue().encode()


def _columns(kind: str) -> dict[str, list[str]]:
    return {name: each["columns"] for name, each in described(kind).items() if "columns" in each}  # type: ignore[misc]


def _rows(columns: Mapping[str, str], beside: Mapping[str, str] | None = None) -> Rows:
    """Headings, a row that can be read, and one of which every cell is a needle."""
    extra = beside or {}
    good = [_cell(heading, ours) for heading, ours in columns.items()]
    names = [NAME, SURNAME, WORKER, NOTE, POSTCODE]
    bad = [OF_A_BAD_ROW, *(names[place % len(names)] for place in range(1, len(columns)))]
    return [[*columns, *extra], [*good, *extra.values()], [*bad, *extra.values()]]


def _cell(heading: str, ours: str) -> str:
    lower = ours.lower()
    if "dob" in lower or "birth" in lower:
        return BORN
    if lower.endswith(("child", "child_unique_id", "_id")):
        return CHILD
    if ours in DAYS or lower.endswith(ENDS_OF_A_DAY):
        return DAY
    return CODES.get(ours, {"UPN": UPN, "URN": URN, "SW_ID": SWE}.get(ours, POSTCODE if "POST" in heading else NAME))
