"""What a scenario does not say: the ordinary child, referral and home that every entry of it starts from."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from matching.data.document import document
from matching.domain.codes import FOSTERING, REGISTERED

FILE = "ordinary.toml"
ENTRY_OF = {"children": "child", "referrals": "referral", "homes": "home"}
OF_KINDS = {"approval": FOSTERING, "registration": REGISTERED}

Tables = Mapping[str, Any]


def ordinary_beside(scenario: Path) -> dict[str, Any]:
    """The ordinary entries for a scenario: of the file beside it, else of the one that is shipped."""
    beside = scenario.parent / FILE
    source = beside if beside.is_file() else shipped()
    return document(source.read_bytes(), name=FILE, kind="toml").raw


def shipped() -> Path:
    """Where the ordinary entries of the project are, in a checkout or installed."""
    package = Path(str(resources.files("matching")))
    folders = (package / "scenarios", package.parents[1] / "scenarios")
    return next((folder / FILE for folder in folders if (folder / FILE).is_file()), folders[0] / FILE)


def laid_over(ordinary: Tables, scenario: Tables) -> dict[str, Any]:
    """A scenario with what it leaves out; what it says stands, and a table that it gives stands whole."""
    whole = {key: ordinary[key] for key in ("as_of", "policy", "authority") if key in ordinary} | dict(scenario)
    for table, entry_of in ENTRY_OF.items():
        if isinstance(entries := whole.get(table), list):
            start = ordinary.get(entry_of, {})
            whole[table] = [entry_over(start, entry) if isinstance(entry, Mapping) else entry for entry in entries]
    return whole


def entry_over(ordinary: Tables, entry: Tables) -> dict[str, Any]:
    """An entry that starts from the ordinary one of its table, with the approval or registration of its kind alone."""
    whole = {**ordinary, **entry}
    others = {key for key, kinds in OF_KINDS.items() if key not in entry and whole.get("kind") not in kinds}
    return {key: value for key, value in whole.items() if key not in others}
