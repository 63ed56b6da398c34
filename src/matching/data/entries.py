"""One entry of a case read again after a change, or that there is none of the name that a change says."""

import json
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError

from matching.data.change_form import BY_ID, KEEP_IT, NAMED_BY, REMOVE, Tables
from matching.data.checking import misfits_at
from matching.data.place import Path
from matching.data.shape import read_noun
from matching.data.trouble import Trouble
from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.noun import Noun
from matching.domain.panel import Decided, GivenApproval
from matching.domain.referral import Referral

N = TypeVar("N", bound=Noun)

NOUNS: Mapping[str, type[Noun]] = {
    "children": Child,
    "referrals": Referral,
    "homes": Home,
    "decided": Decided,
    "approvals": GivenApproval,
}
REQUIRED: Mapping[str, tuple[str, ...]] = {
    table: tuple(name for name, of in NOUNS[table].model_fields.items() if of.is_required() and name != "id")
    for table in BY_ID
}
"""What an entry must give itself to be a new one, so that a slip of the pen is none."""

ONE = {"children": "child", "referrals": "referral", "homes": "home", "decided": "agreement", "approvals": "approval"}
MOST_ALIKE, ALIKE = 3, 0.6
ADD_IT = "Add it."


def read_entry(noun: type[N], tables: Tables, path: Path) -> tuple[N | None, list[Trouble]]:
    """The noun that plain tables are; None, and a trouble for each value that does not fit, where they are none."""
    data = json.dumps(tables, default=str).encode()
    try:
        return read_noun(noun, data, strict=True), []
    except ValidationError as wrong:
        return None, [_kept(trouble) for trouble in misfits_at(path, wrong, noun, data)]


def _kept(trouble: Trouble) -> Trouble:
    return trouble._replace(remedy=KEEP_IT) if trouble.remedy == ADD_IT else trouble


def says_enough(table: str, said: Tables) -> bool:
    """Whether an entry gives what a new one must give itself."""
    return all(said.get(field) is not None for field in REQUIRED[table])


def not_there(table: str, path: Path, said: Tables, known: Iterable[str]) -> Trouble:
    """That a case has no entry of this id, with those whose ids are like it, and what a new one would have to give."""
    one, name = ONE[table], said["id"]
    near = _alike(name, known)
    expected = f"the id of a {one} that the case has"
    if said.get(REMOVE):
        return Trouble((*path, "id"), name, expected, near or "Leave it out: there is nothing to take out.")
    gives = " and ".join(REQUIRED[table])
    otherwise = f"A new {one} must give {gives}."
    return Trouble((*path, "id"), name, f"{expected}, or {gives} as of a new one", f"{near} {otherwise}".lstrip())


def none_settled(table: str, path: Path, said: Tables, count: int) -> Trouble:
    """That nothing, or more than one thing, was agreed or approved by this name."""
    named = ", ".join(f"{field} {said[field]}" for field in NAMED_BY[table] if said.get(field) is not None)
    if count:
        remedy = "Take them out with `remove = true`, and give the one that is to stand after it."
        return Trouble(path, named, f"the name of one {ONE[table]}, and there are {count} of it", remedy)
    remedy = "Name it as the case does: what the case leaves out of its name is left out here too."
    return Trouble(path, named, f"the name of an {ONE[table]} that the case has", remedy)


def _alike(name: str, known: Iterable[str]) -> str:
    """The ids that are most like one, as a question."""
    by_sound = {other.lower(): other for other in known}
    near = [by_sound[sound] for sound in get_close_matches(name.lower()[:64], by_sound, n=MOST_ALIKE, cutoff=ALIKE)]
    return f"Is {' or '.join(near)} meant?" if near else ""
