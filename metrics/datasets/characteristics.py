"""The columns that tell children apart, described alike in every sender's contract."""

from typing import Any

from metrics.datasets.codes import ETHNICITIES, SEXES
from metrics.datasets.contract import column


def sex() -> Any:
    """The child's sex."""
    return column("The child's sex, by the DfE's code.", "F", also=("gender",), codes=SEXES, optional=True)


def ethnicity() -> Any:
    """The child's ethnicity."""
    also = ("ethnic group", "ethnic code")
    return column("The child's ethnicity, by the DfE's code.", "WBRI", also=also, codes=ETHNICITIES, optional=True)
