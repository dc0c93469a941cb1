"""A known child's sex and ethnicity: the same in every file, because both follow from the identifiers."""

from functools import cache

from sample_data.characteristics import ETHNIC_SHARES, one_of
from sample_data.days import chance_for
from sample_data.files import Row


def characteristics(child: str, family: str) -> Row:
    """The cells that tell children apart."""
    return {"sex": sex(child), "ethnicity": ethnicity(family)}


@cache
def sex(child: str) -> str:
    """The child's sex, by the DfE's code."""
    return one_of(chance_for(f"sex {child}", 1), {"M": 51.5, "F": 48.0, "U": 0.5})


@cache
def ethnicity(family: str) -> str:
    """The ethnicity of a family's children, by the DfE's code."""
    return one_of(chance_for(f"ethnicity {family}", 1), ETHNIC_SHARES)
