"""A set of files that stands in a folder whole or not at all, and can be told from any other by their checksums."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from matching.runs.writing import UNFINISHED, make_folder, put_folder, remove, write_whole


def write_files(place: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """Write files beside their place as they come, then put all there in one step; the checksum of each."""
    beside, hashes = place.with_name(f"{UNFINISHED}{place.name}"), dict[str, str]()
    remove(beside)
    make_folder(beside)
    for name, data in files:
        write_whole(beside / name, data)
        hashes[name] = sha256(data).hexdigest()
    remove(place)
    put_folder(beside, place)
    return hashes


def file_in(place: Path, name: str, hashes: Mapping[str, str]) -> bytes | None:
    """One of the files as it was written; None where it is not there, or is damaged."""
    try:
        data = (place / name).read_bytes() if name in hashes else None
    except OSError:
        return None
    return data if data is not None and sha256(data).hexdigest() == hashes[name] else None


def are_whole(place: Path, hashes: Mapping[str, str]) -> bool:
    """Whether each of the files stands there as it was written; where there is none to stand there, nothing is."""
    return bool(hashes) and all(file_in(place, name, hashes) is not None for name in hashes)
