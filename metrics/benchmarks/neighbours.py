"""Reading a list of statistical neighbours: one row for each authority, the closest first."""

import re
from collections.abc import Iterator

from metrics.benchmarks.files import PublishedFile
from metrics.benchmarks.keep import Neighbour

RANKED = re.compile(r"SN_?(\d+)")


def read_neighbours(kind: PublishedFile, header: list[str], lines: list[list[str]]) -> list[Neighbour]:
    """Every link in the list. A column called model, where there is one, names the list."""
    code_at, name_at = header.index(kind.marks[0]), header.index(kind.marks[1])
    # Blank lines and headings inside the list ("Old SNs:") have no code.
    authorities = [line for line in lines if len(line) > code_at and line[code_at].strip()]
    names = {line[code_at].strip(): line[name_at].strip() for line in authorities}
    return [
        Neighbour(
            model=_model(kind, header, line),
            area_code=line[code_at].strip(),
            area_name=line[name_at].strip(),
            rank=rank,
            neighbour_code=code,
            neighbour_name=names.get(code),
            closeness=closeness,
            source=kind.title,
        )
        for line in authorities
        for rank, code, closeness in _links(header, line)
    ]


def _links(header: list[str], line: list[str]) -> Iterator[tuple[int, str, str | None]]:
    # The closeness column is found by its place: the 2021 file calls all ten of them SNP.
    for at, column in enumerate(header):
        ranked = RANKED.fullmatch(column)
        if ranked and at < len(line) and line[at].strip():
            beside = line[at + 1].strip() if at + 1 < len(line) else ""
            yield int(ranked[1]), line[at].strip(), beside.capitalize() or None


def _model(kind: PublishedFile, header: list[str], line: list[str]) -> str:
    named = line[header.index("model")].strip() if "model" in header else ""
    return named or kind.model
