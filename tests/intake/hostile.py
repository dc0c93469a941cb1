"""Files made to do harm, or broken as files get broken: for every kind that we read, small but with the same road to harm."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from tests.intake.reading import HEADINGS, PLAN
from tests.wide.drawing import workbook

CSV = f"{HEADINGS}\n{PLAN}\n".encode()
SECRET = "Quokkafeather"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
CENSUS = (
    "<Message><Header><CollectionDetails><Collection>{collection}</Collection><Year>2025</Year>"
    "<ReferenceDate>{day}</ReferenceDate></CollectionDetails><Source><LEA>899</LEA></Source></Header>{body}</Message>"
)
REFERRAL = (
    "<Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID></ChildIdentifiers><CINdetails>"
    "<CINreferralDate>2024-05-02</CINreferralDate><ReferralSource>1A</ReferralSource>{}</CINdetails></Child></Children>"
)
WORKER = "<CSWWWorker><AgencyWorker>0</AgencyWorker><FTE>1</FTE><FTE30>1</FTE30><Cases30>12</Cases30>{}</CSWWWorker>"
EPISODE = (
    "<CHILD><HEADER><CHILDID>A1</CHILDID><DOB>01/01/2015</DOB></HEADER><EPISODE><DECOM>01/05/2024</DECOM><RNE>S</RNE>"
    "<LS>C2</LS><CIN>N1</CIN><PL>U1</PL>{}</EPISODE></CHILD>"
)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>'


def census(body: str = "", day: str = "2025-03-31", inside: str = "") -> bytes:
    """A children in need census."""
    return CENSUS.format(collection="CIN", day=day, body=body or REFERRAL.format(inside)).encode()


def workforce(inside: str = "", day: str = "2025-09-30") -> bytes:
    return CENSUS.format(collection="CSWW", day=day, body=WORKER.format(inside)).encode()


def looked_after(inside: str = "") -> bytes:
    return f"<EXPSSDA903>{EPISODE.format(inside)}</EXPSSDA903>".encode()


XML = {"census": census, "workforce": workforce, "SSDA903": looked_after}


def zipped(files: Mapping[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A zipped file with some of its parts replaced, or added to it."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        return zipped({name: old.read(name) for name in old.namelist()} | dict(parts))


def locked(content: bytes) -> bytes:
    """A zipped file that says of every part that it is encrypted."""
    changed = bytearray(content)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + flags] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def plans_workbook() -> bytes:
    return workbook(Plans=[HEADINGS.split(","), ["A1", date(2025, 4, 1), None, "NEG", 0.0]])


def sheet_xml(cells: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode()
