"""Templates: the CSV that a data lead fills in, written from the contract."""

import csv
from io import StringIO

from metrics.datasets import contract


def template_csv(dataset: str) -> str:
    """A CSV with the dataset's headings and one example row. Raises ValueError for an unknown dataset."""
    columns = contract(dataset).columns()
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([each.name for each in columns])
    writer.writerow([each.example for each in columns])
    return text.getvalue()


def described(dataset: str) -> str:
    """The columns in words: name, whether it must be filled in, what it is, the codes it may hold."""
    lines = []
    for each in contract(dataset).columns():
        must = "required" if each.required else "may be empty"
        lines.append(f"{each.name} ({must}): {each.description}")
        lines += [f"    {code} = {meaning}" for code, meaning in each.codes.items()]
    return "\n".join(lines)
