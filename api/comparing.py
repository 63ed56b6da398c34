"""From the bytes of a request for a what-if to the bytes of its answer: the case, the changes to it, the comparison."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from api.asking import NAME, engine_of, is_table, of_the_referral
from api.held import Held
from matching.data.changes import Change, change_of, faults_of_form
from matching.data.document import Document, document
from matching.data.trouble import Trouble, told
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.what_if import Wanted, try_change

CHANGES = "changes"
EXPECTED = "a change, or a list of changes: the tables of a case with what would be otherwise"
SAY_WHAT = 'Send what would be otherwise, such as {"homes": [{"id": "oak", "vacancies": {"beds": 2}}]}.'


def compared(body: bytes, held: Held | None, wanted: Wanted) -> bytes:
    """What would be different by the changes that a request asks about, as JSON; InvalidInput with every fault."""
    said = document(body, name=NAME, kind="json")
    change, faults = _change(said)
    engine = _engine(said, held, change, faults)
    asked: Sequence[str | None] = wanted.referrals or ([] if wanted.as_plan and engine.case.referrals else [None])
    added = [entry for part in _documents(said) for entry in _referrals_of(part)]
    faults = [fault for referral in asked for fault in of_the_referral(engine.case, referral, added)]
    if faults:
        raise InvalidInput([*faults, *faults_of_form(change)])
    first = wanted if wanted.as_plan or wanted.referrals else replace(wanted, referrals=_only(engine, added))
    return try_change(engine, change, first).model_dump_json(by_alias=True).encode()


def _only(engine: Engine, added: Sequence[str]) -> tuple[str, ...]:
    """The one referral that there is."""
    return (*(referral.id for referral in engine.case.referrals), *added)[:1]


def _engine(said: Document, held: Held | None, change: Change, faults: Sequence[Fault]) -> Engine:
    """The engine for the case of a request; where that is wrong, all that is wrong with the changes is told too.

    Whoever lives in a home by her own record belongs to its household before the change as after it.
    """
    try:
        engine = engine_of(_case(said), held)
    except InvalidInput as error:
        raise InvalidInput([*error.faults, *faults, *faults_of_form(change)], error.more) from None
    if faults:
        raise InvalidInput([*faults, *faults_of_form(change)])
    return engine.with_case(engine.case, engine.policy)


def _case(said: Document) -> Document:
    """What a request says without its changes."""
    if not is_table(said) or CHANGES not in said.raw:
        return said
    case = {table: value for table, value in said.raw.items() if table != CHANGES}
    troubles = tuple(trouble for trouble in said.troubles if trouble.path[:1] != (CHANGES,))
    return Document(said.name, json.dumps(case).encode(), troubles)


def _change(said: Document) -> tuple[Change, list[Fault]]:
    """The changes one after another; and a fault where there is none, or one is no table."""
    change = Change(())
    for part in _documents(said):
        change = change.and_then(change_of(part))
    if change.parts or not is_table(said):
        return change, []
    wrong = Trouble((CHANGES,), said.raw.get(CHANGES), EXPECTED, SAY_WHAT)
    return change, [told(wrong, NAME, said.raw)]


def _documents(said: Document) -> Iterator[Document]:
    """Each change as a document: `changes` where there is one, else `changes 1`, `changes 2`, ..."""
    given = said.raw.get(CHANGES)
    if isinstance(given, Mapping):
        yield _document(said, CHANGES, given, (CHANGES,))
    elif isinstance(given, list) and all(isinstance(one, Mapping) for one in given):
        for k, one in enumerate(given):
            yield _document(said, f"{CHANGES} {k + 1}", one, (CHANGES, k))


def _document(said: Document, name: str, tables: Mapping[str, Any], at: tuple[str | int, ...]) -> Document:
    own = (trouble for trouble in said.troubles if trouble.path[: len(at)] == at)
    troubles = tuple(trouble._replace(path=trouble.path[len(at) :]) for trouble in own)
    return Document(name, json.dumps(tables).encode(), troubles)


def _referrals_of(part: Document) -> Iterator[str]:
    """The ids of the referrals that a change names."""
    entries = part.raw.get("referrals")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("id"), str):
            yield entry["id"]
