"""Read the DfE children in need census (XML) into rows of text, one child at a time.

Only the columns in MODULES leave this module: never a UPN, ethnicity, disability, sex or assessment factor. Of a UPN and a sex
there is only an answer to what a rule asks of it.
"""

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, cast

from lxml import etree

from metrics.intake.cin_columns import MODULES, SOURCES, Batch, Columns
from metrics.intake.cin_header import CensusHeader, NotACensus, read_header, unreadable
from metrics.intake.cin_people import ELEMENTS, Person, Texts, person_of

__all__ = ["MODULES", "CensusHeader", "NotACensus", "read_header", "stream_rows"]

CANNOT = (
    "children referred in earlier years and closed by then, plans that had ended before the year, contacts, visits, families, "
    "and the day on which a child was seen"
)
_TRANSFER_IN = "DateOfInitialCPC"
_CHILDREN_AT_A_TIME = 100  # few enough to stay in the processor's cache: with thousands, half as slow again
_LAST_LINE_HELD_BY_ELEMENT = 65_535


def stream_rows(stream: BinaryIO, batch: int = 20_000) -> Iterator[Batch]:
    """Yield (dataset, columns in the order of MODULES, each row's line, each row's place), in file order.

    Batches are handed on between children and can be somewhat longer than asked for.
    A file that breaks off raises NotACensus after the batches before the break have been handed on.
    """
    read_header(stream)  # also refuses a DOCTYPE, before lxml sees the file
    stream.seek(0)
    children = _children(stream)
    first = next(children, None)
    if first is None:
        return
    reader = _Reader(namespace=first.tag.removesuffix("Child"))
    for number, child in enumerate(chain([first], children), start=1):
        reader.read_child(child, f"Child {number}")
        if number % _CHILDREN_AT_A_TIME == 0:
            yield from reader.hand_on(at_least=batch)
    yield from reader.hand_on(at_least=1)


def _children(stream: BinaryIO) -> Iterator[etree._Element]:
    events = etree.iterparse(
        stream,
        events=("end",),
        tag="{*}Child",
        remove_comments=True,
        remove_pis=True,
        resolve_entities="internal",  # without a DOCTYPE there are none: using one stops the reading here
        no_network=True,
        huge_tree=False,
        collect_ids=False,
    )
    try:
        for _, child in events:
            yield child
            _let_go(child)
    except etree.XMLSyntaxError as error:
        raise unreadable(error.lineno or 1) from None


def _let_go(child: etree._Element) -> None:
    # Cleared children would still pile up under Children, so those before this one are taken out as well.
    child.clear()
    parent = child.getparent()
    while parent is not None and child.getprevious() is not None:
        del parent[0]


class _Reader:
    # Whole tags are compared as they stand: cutting the namespace off each one costs time.
    def __init__(self, namespace: str) -> None:
        self._identifiers = [namespace + name for name in ELEMENTS]
        self._child_identifiers = namespace + "ChildIdentifiers"
        self._details = namespace + "CINdetails"
        self._transfer_in = namespace + _TRANSFER_IN
        self._columns = {element: Columns(source, namespace) for element, source in SOURCES.items()}
        self._within_referral = {
            namespace + element: (element, columns.rows)
            for element, columns in self._columns.items()
            if element != "CINdetails"
        }

    def read_child(self, child: etree._Element, place: str) -> None:
        identifiers: Texts = {}
        referrals = []
        for section in child:
            tag = section.tag
            if tag == self._details:
                referrals.append(section)
            elif tag == self._child_identifiers:
                identifiers |= {item.tag: item.text for item in section}
        person = person_of(identifiers, self._identifiers)
        for number, details in enumerate(referrals, start=1):
            self._read_referral(details, person, f"{place}, CINdetails {number}")

    def _read_referral(self, details: etree._Element, person: Person, place: str) -> None:
        own: Texts = {}
        seen: dict[str, int] = {}
        for item in details:
            tag = item.tag
            if tag not in self._within_referral:
                own[tag] = item.text
            elif texts := {field.tag: field.text for field in item}:
                element, rows = self._within_referral[tag]
                seen[element] = number = seen.get(element, 0) + 1
                rows.append((person, texts, _line(item), f"{place}, {element} {number}"))
        if own or seen:
            self._columns["CINdetails"].rows.append((person, own, _line(details), place))
        if self._transfer_in in own:
            self._read_transfer_in(details, person, place)

    def _read_transfer_in(self, details: etree._Element, person: Person, place: str) -> None:
        for conference in details.iterchildren(self._transfer_in):
            if (conference.text or "").strip():
                texts: Texts = {self._transfer_in: conference.text}
                row = (person, texts, _line(conference), f"{place}, {_TRANSFER_IN}")
                self._columns["Section47"].rows.append(row)

    def hand_on(self, at_least: int) -> Iterator[Batch]:
        for columns in self._columns.values():
            if columns.turn() >= at_least:
                yield columns.take()


def _line(element: etree._Element) -> int:
    line = cast(int, element.sourceline)  # its type is missing from the stubs
    if line < _LAST_LINE_HELD_BY_ELEMENT:
        return line
    # Further down libxml2 answers with the line on which the element's first text ends.
    return line - (element.text or "").count("\n")
