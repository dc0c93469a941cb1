"""A file as it comes: bytes from a browser or a path from the command line, opened as a stream either way."""

import hashlib
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

Source = bytes | Path
CHUNK = 1 << 20


def opened(source: Source) -> BinaryIO:
    """A seekable stream from the file's start."""
    return BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def beginning(source: Source, length: int = 4096) -> bytes:
    with opened(source) as stream:
        return stream.read(length)


def size_of(source: Source) -> int:
    """Its bytes."""
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def hash_of(source: Source) -> str:
    """SHA-256 of the content: the same file is recognised whatever its name."""
    digest = hashlib.sha256()
    with opened(source) as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
