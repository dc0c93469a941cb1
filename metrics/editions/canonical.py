"""One text for one content: sorted keys, no spaces, numbers to twelve digits. Its hash is the edition's mark."""

import hashlib
import json
from typing import Any

DIGITS = 12
"""Further digits of a sum depend on the order in which a database adds; no figure needs them."""


def canonical(content: Any) -> str:
    """JSON that is the same, byte for byte, whenever the content is the same."""
    return json.dumps(_rounded(content), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def hash_of_text(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def like(content: Any, pattern: Any) -> Any:
    """A content with those keys only that the pattern has: what a newer program says besides is left out."""
    if isinstance(content, dict) and isinstance(pattern, dict):
        return {key: like(content[key], pattern[key]) for key in content if key in pattern}
    if isinstance(content, list) and isinstance(pattern, list) and len(content) == len(pattern):
        return [like(each, other) for each, other in zip(content, pattern, strict=True)]
    return content


def _rounded(content: Any) -> Any:
    if isinstance(content, float):
        return float(f"{content:.{DIGITS}g}") + 0.0
    if isinstance(content, dict):
        return {key: _rounded(value) for key, value in content.items()}
    return [_rounded(each) for each in content] if isinstance(content, list | tuple) else content
