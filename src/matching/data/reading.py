"""Files in: their bytes, and what these say, whichever form they have."""

from pathlib import Path

from matching.data.document import Document, Kind, document
from matching.data.trouble import unreadable


def read(path: Path, what: str = "a case file") -> Document:
    """What a file says, as JSON; raises InvalidInput where it cannot be read. `what` it should hold."""
    data = read_bytes(path, what)
    return document(data, name=path.name, kind=kind_of_file(path, data), what=what)


def read_bytes(path: Path, what: str = "a case file") -> bytes:
    """What a file holds; raises InvalidInput where it cannot be read."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir() or path.is_fifo()):
            raise unreadable(path.name, "", "a device", what, "Give a file.")
        return path.read_bytes()
    except FileNotFoundError:
        raise unreadable(path.name, "", "no such file", what, "Check the path.") from None
    except IsADirectoryError:
        raise unreadable(path.name, "", "a folder", what, "Give a file that is in it.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "a path that is not one"
        raise unreadable(path.name, "", why, "a file that may be read", "Check the path.") from None


def kind_of_file(path: Path, data: bytes) -> Kind:
    """JSON or TOML, by the file's ending, else by its first character."""
    if path.suffix.lower() in {".json", ".toml"}:
        return "json" if path.suffix.lower() == ".json" else "toml"
    return "json" if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" else "toml"
