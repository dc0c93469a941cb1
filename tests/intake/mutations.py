"""Files broken at random, as files get broken: bytes turned, ends cut off, cells moved, marks and tags put in."""

import io
import zipfile
from collections.abc import Callable
from random import Random

NEEDLE = "Quokkafeather"
TOKENS = (
    b'"', b"'", b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3", b"\x81", b"\xe2\x82",
    b"<", b">", b"</", b"/>", b"<!--", b"]]>", b"<![CDATA[", b"<!DOCTYPE x>", b"<?xml version='1.0' encoding='utf-16'?>",
    b"&a;",
    b"&#0;", b"&#x110000;", b"<Child/>", b"<Child>", b"<a xmlns='b'/>", b"=1+1", b"-1", b"1e999", b"NaN", b"9" * 40, b"1" * 400,
    b"31/02/2024", b"0001-01-01", b"9999-12-31", b"31/12/9999", b"2024-13-01", b"00/00/0000", b"01/01/1899 24:61", b"#N/A",
    b"99999999-01-01", b"1900-02-29", b"true", b"\xc2\xa0", b"\xe2\x80\x8b", "\u202e".encode(), b"%s", b"{0}", b"';--", b"$1",
    NEEDLE.encode(),
)  # fmt: skip
MOST_CHANGES = 6


def mutated(content: bytes, random: Random) -> bytes:
    """The file with one to a few changes. Of a zipped file: in its bytes, or in one of its parts, packed anew."""
    if content.startswith(b"PK\x03\x04") and random.random() < 0.8:
        return _repacked(content, random)
    for _ in range(random.randint(1, MOST_CHANGES)):
        content = random.choice(CHANGES)(content, random)
    return content


def _repacked(content: bytes, random: Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = {random.choice([each for each in names if each.endswith((".xml", ".rels", ".csv"))] or names)}
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, random) if name in chosen else part)
    return made.getvalue()


def _place(content: bytes, random: Random) -> int:
    """Somewhere: as often as not near the beginning, where a file says what it is."""
    most = len(content) if random.random() < 0.5 else min(len(content), 600)
    return random.randint(0, most)


def _turned(content: bytes, random: Random) -> bytes:
    at = _place(content, random)
    return content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randint(0, len(content))]


def _without(content: bytes, random: Random) -> bytes:
    at = _place(content, random)
    return content[:at] + content[at + random.choice((1, 2, 10, 200)) :]


def _with_token(content: bytes, random: Random) -> bytes:
    at = _place(content, random)
    return content[:at] + random.choice(TOKENS) + content[at:]


def _twice(content: bytes, random: Random) -> bytes:
    at, length = _place(content, random), random.choice((1, 20, 500))
    return content[:at] + content[at : at + length] * random.choice((2, 2, 50)) + content[at + length :]


def _swapped(content: bytes, random: Random) -> bytes:
    """Two cells, or two pieces of an XML's text, in each other's place."""
    mark = b"<" if content.lstrip().startswith(b"<") else random.choice((b",", b"\n"))
    pieces = content.split(mark)
    one, other = random.randrange(len(pieces)), random.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]
    return mark.join(pieces)


def _filled(content: bytes, random: Random) -> bytes:
    """One cell, or one element's text, replaced."""
    opened, closed = (b">", b"<") if content.lstrip().startswith(b"<") else (b",", b",")
    start = content.find(opened, _place(content, random))
    end = content.find(closed, start + 1)
    return content if start < 0 or end < 0 else content[: start + 1] + random.choice(TOKENS) + content[end:]


CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _turned, _cut, _without, _with_token, _twice, _swapped, _filled, _filled,
)  # fmt: skip
