"""From a document to its nouns, or to all that is wrong with it."""

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice

from pydantic import BaseModel, ValidationError

from matching.data.belonging import KnownRules
from matching.data.consistency import contradictions
from matching.data.document import Document
from matching.data.misfits import misfits
from matching.data.place import ENTRIES, Path
from matching.data.salvage import salvaged
from matching.data.shape import LONG, hasty, is_long, noun_at, read_noun
from matching.data.trouble import Trouble, told
from matching.domain.case import Case
from matching.errors import Fault, InvalidInput

LISTED, COUNTED = 1_000, 10_000
"""How many faults one answer lists, and how many are counted; what comes after is not looked at."""

MEND_THESE = "Mend those that are listed, then try again."


def case_of(said: Document, known_rules: KnownRules | None = None, others: Iterable[Trouble] = ()) -> Case:
    """The case that a document holds; raises InvalidInput with every fault that can be told, `others` among them."""
    with _collector_resting():
        try:
            case: Case = hasty(Case).validate_json(said.json, strict=True, by_alias=True, by_name=False)
        except ValidationError as error:
            wrong = chain(_misfits(said, error), _of_the_rest(said, known_rules))
            raise _refusal(said, chain(said.troubles, others, wrong)) from None
        troubles = chain(said.troubles, others, contradictions(case, known_rules))
        for first in troubles:
            raise _refusal(said, chain([first], troubles))
    return case


def _misfits(said: Document, error: ValidationError) -> Iterator[Trouble]:
    """What does not fit, entry by entry: all errors of a large file at once take gigabytes. `error` has the first."""
    next(misfits(error, Case, said.name))  # what is no JSON at all is refused here
    for path, noun, data in _parts(said):
        try:
            read_noun(noun, data, strict=True)
        except ValidationError as wrong:
            yield from misfits_at(path, wrong, noun, data)


def misfits_at(path: Path, wrong: ValidationError, noun: type[BaseModel], data: bytes) -> Iterator[Trouble]:
    """What does not fit in the noun at a path; where its JSON is so long that only the first are known, that too."""
    yield from (trouble._replace(path=(*path, *trouble.path)) for trouble in misfits(wrong, noun, ""))
    if is_long(data):
        expected = f"at most {LONG:,} values: of more only the first faults are told"
        yield Trouble(path, {}, expected, "Shorten it, or mend the faults that are told, then try again.")


def _parts(said: Document) -> Iterator[tuple[Path, type[BaseModel], bytes]]:
    """A case without its entries, then each of them."""
    lists = {table: said.raw[table] for table in ENTRIES if isinstance(said.raw.get(table), list)}
    about = {key: value for key, value in said.raw.items() if key not in lists}
    yield (), Case, json.dumps(about).encode() if lists else said.json
    for table, entries in lists.items():
        noun = noun_at(Case, (table,)) or Case
        yield from (((table, n), noun, json.dumps(entry).encode()) for n, entry in enumerate(entries))


def _of_the_rest(said: Document, known_rules: KnownRules | None) -> Iterator[Trouble]:
    rest = salvaged(said.json)
    yield from contradictions(rest, known_rules) if rest else ()


def _refusal(said: Document, troubles: Iterable[Trouble]) -> InvalidInput:
    """The refusal with the first troubles told; working out a remedy takes time, so those beyond are only counted."""
    rest = iter(troubles)
    listed = [told(trouble, said.name, said.raw) for trouble in islice(rest, LISTED)]
    more = sum(1 for _ in islice(rest, COUNTED - LISTED))
    if next(rest, None) is not None:
        found = f"more than {COUNTED:,} faults"
        listed.append(Fault(said.name, "", "", "", found, "a case", MEND_THESE, kind_found=found))
    return InvalidInput(listed, more)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Nouns hold no cycles: collecting while a register is read finds nothing and doubles the time."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
