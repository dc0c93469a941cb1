"""Published comparators: loading them, and setting England, the region and neighbours beside a figure."""

from metrics.benchmarks.compare import Area, Comparator, comparators, comparators_for
from metrics.benchmarks.files import NotABenchmarkFile
from metrics.benchmarks.listing import list_benchmarks
from metrics.benchmarks.populations import Population, children
from metrics.benchmarks.published import Loaded, load_published
from metrics.benchmarks.shipped import load_shipped

__all__ = [
    "Area",
    "Comparator",
    "Loaded",
    "NotABenchmarkFile",
    "Population",
    "children",
    "comparators",
    "comparators_for",
    "list_benchmarks",
    "load_published",
    "load_shipped",
]
