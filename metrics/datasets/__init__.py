"""Who sends what. The folder is the registry: one file for each sender, one class for each extract."""

import importlib
import pkgutil
from functools import cache

from metrics.datasets.contract import Column, Extract, Kind

__all__ = ["Column", "Extract", "Kind", "contract", "contracts"]


@cache
def contracts() -> dict[str, type[Extract]]:
    """Every contract by the name of its dataset."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    found = sorted(Extract.__subclasses__(), key=lambda each: each.dataset)
    return {each.dataset: each for each in found}


def contract(dataset: str) -> type[Extract]:
    """The contract of a dataset. Raises ValueError with the names that exist."""
    if dataset not in contracts():
        raise ValueError(f"There is no dataset called {dataset}. The datasets are: {', '.join(contracts())}.")
    return contracts()[dataset]
