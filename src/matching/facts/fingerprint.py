"""A hash of nouns: the same for the same records, whatever form of file they came in."""

from collections.abc import Iterable
from hashlib import sha256

from matching.domain.noun import Noun


def fingerprint(nouns: Iterable[Noun]) -> str:
    """The SHA-256 of nouns in their order, as hexadecimal."""
    digest = sha256()
    for noun in nouns:
        digest.update(noun.model_dump_json(exclude_none=True).encode())
        digest.update(b"\n")
    return digest.hexdigest()
