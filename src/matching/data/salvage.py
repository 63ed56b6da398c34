"""What can still be checked of a case that has faults: everything but the fields that do not fit."""

import json
from typing import Annotated, Any

from pydantic import ValidationError, create_model

from matching.data.place import ENTRIES, Path
from matching.domain.case import Authority, Case
from matching.domain.child import Child
from matching.domain.codes import HomeKind, RunBy
from matching.domain.home import Home
from matching.domain.noun import Day, Id, Ids
from matching.domain.null import NullIsEmpty
from matching.domain.referral import Referral

SOME_ID: Any = (Id | None, None)
SOME_DAY: Any = (Day | None, None)
SomeChild = create_model("SomeChild", __base__=Child, id=SOME_ID, born=SOME_DAY)
SomeReferral = create_model("SomeReferral", __base__=Referral, id=SOME_ID, children=(Ids, ()), start=SOME_DAY)
SomeHome = create_model(
    "SomeHome", __base__=Home, id=SOME_ID, kind=(HomeKind | None, None), run_by=(RunBy | None, None)
)
SomeCase = create_model(
    "SomeCase",
    __base__=Case,
    as_of=SOME_DAY,
    authority=(Authority | None, None),
    children=(Annotated[tuple[SomeChild, ...], NullIsEmpty()], ()),
    referrals=(Annotated[tuple[SomeReferral, ...], NullIsEmpty()], ()),
    homes=(Annotated[tuple[SomeHome, ...], NullIsEmpty()], ()),
)
"""A case of which anything may be missing; None stands also where a case always has a value."""


def salvaged(data: bytes, error: ValidationError) -> Case | None:
    """The case without the fields that do not fit, or None where too little is left to be read."""
    sound = json.loads(data)
    if not isinstance(sound, dict):
        return None
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        _take_out(sound, detail["loc"])
    try:
        return SomeCase.model_validate_json(json.dumps(sound), strict=True, by_alias=True, by_name=False)
    except ValidationError:
        return None


def _take_out(sound: dict[str, Any], path: Path) -> None:
    """Take the field at a path out of its entry; the entry, if it is no table; the table, if it is no list."""
    match path:
        case (str() as table, int() as position, *below) if table in ENTRIES:
            if below and isinstance(sound[table][position], dict):
                sound[table][position].pop(below[0], None)
            else:
                sound[table][position] = {}
        case (str() as key, *_):
            sound.pop(key, None)
