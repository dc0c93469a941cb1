"""Files that are no table and no return: known by their first bytes, named, and refused with what to send instead."""

import json

from metrics.bundles.layout import is_bundle
from metrics.submission import Refused

UNPACK = "a compressed file. Unpack it first"
PICTURE = "a picture. Send the table that it shows"
DATABASE = "a database or its copy. Export the table from it as CSV (UTF-8)"
PROGRAM = "a program. Export the table itself as CSV (UTF-8)"
LETTER = "a letter or message. Save the table that it holds as CSV (UTF-8)"
OLD_OR_LOCKED = "an old or password-protected Office file. Save the sheet as .xlsx or CSV (UTF-8), without a password"
BEGINNINGS = {
    b"\xd0\xcf\x11\xe0": OLD_OR_LOCKED,
    b"%PDF": "a PDF document. Send the table itself as CSV (UTF-8)",
    b"PK\x05\x06": "a zipped file with nothing in it. Put the files into it again",
    b"\x1f\x8b": UNPACK,
    b"BZh": UNPACK,
    b"\xfd7zXZ": UNPACK,
    b"\x28\xb5\x2f\xfd": UNPACK,
    b"7z\xbc\xaf\x27\x1c": UNPACK,
    b"Rar!\x1a\x07": UNPACK,
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"GIF8": PICTURE,
    b"II*\0": PICTURE,
    b"MM\0*": PICTURE,
    b"PAR1": DATABASE,
    b"SQLite format 3\0": DATABASE,
    b"MZ\x90\0": PROGRAM,
    b"\x7fELF": PROGRAM,
    b"{\\rtf": LETTER,
    b"MIME-Version:": LETTER,
}
FURTHER_ON = {(257, b"ustar"): UNPACK, (8, b"DUCK"): DATABASE}
"""(place, bytes there) -> what it is."""
WEB_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<div", b"<meta")
OLD_SHEET = b"urn:schemas-microsoft-com:office:spreadsheet"


def refuse_other_files(start: bytes) -> None:
    """Raise Refused when the first bytes show a file that is neither a table nor a return."""
    if what := _what(start):
        raise Refused(f"The file is not a CSV, a workbook or a census XML: it is {what}, then send it again.")
    text = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if text[:20].lower().startswith(WEB_PAGE):
        raise Refused("The file is a web page, whatever its name. Open it in a spreadsheet and save the table as CSV (UTF-8).")
    if OLD_SHEET in text:
        raise Refused("The file is a sheet saved as XML. Open it in a spreadsheet, save it as .xlsx, then send it again.")
    if _is_json(text) and not is_bundle(start):
        raise Refused("The file is JSON: a list for programs, not a table. Export the table as CSV (UTF-8), then send it.")
    if not start.strip():
        raise Refused("The file is empty. Export it again, with its headings, and send the new file.")


def _what(start: bytes) -> str:
    named = next((what for mark, what in BEGINNINGS.items() if start.startswith(mark)), "")
    return named or next((what for (at, mark), what in FURTHER_ON.items() if start[at:].startswith(mark)), "")


def _is_json(text: bytes) -> bool:
    """Whether it opens as JSON does: a heading may begin with a bracket, but no quoted name and colon follow it."""
    opening = text[:200].split()
    start = b"".join(opening)
    if start[:2] in {b"[{", b"[["}:
        return True
    if start[:1] != b"{":
        return False
    name, colon, _ = start[1:].partition(b":")
    try:
        return bool(colon) and isinstance(json.loads(name), str)
    except ValueError:
        return False
