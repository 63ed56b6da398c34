"""From a document to its nouns, or to all that is wrong with it."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice

from pydantic import ValidationError

from matching.data.belonging import KnownRules
from matching.data.consistency import contradictions
from matching.data.document import Document
from matching.data.misfits import misfits
from matching.data.salvage import salvaged
from matching.data.trouble import Trouble, told
from matching.domain.case import Case
from matching.errors import InvalidInput

LISTED = 1_000
"""How many faults one answer lists; those beyond are counted."""


def case_of(said: Document, known_rules: KnownRules | None = None, others: Iterable[Trouble] = ()) -> Case:
    """The case that a document holds; raises InvalidInput with every fault that can be told, `others` among them."""
    with _collector_resting():
        try:
            case = Case.model_validate_json(said.json, strict=True, by_alias=True, by_name=False)
        except ValidationError as error:
            rest = salvaged(said.json, error)
            found = contradictions(rest, known_rules) if rest else ()
            told_of = list(islice(misfits(error, Case, said.name), LISTED))
            more = error.error_count() - len(told_of)
            raise _refusal(said, chain(said.troubles, others, told_of, found), more) from None
        troubles = [*said.troubles, *others, *contradictions(case, known_rules)]
    if troubles:
        raise _refusal(said, troubles)
    return case


def _refusal(said: Document, troubles: Iterable[Trouble], more: int = 0) -> InvalidInput:
    """The refusal with the first troubles told; working out a remedy takes time, so those beyond are only counted."""
    rest = iter(troubles)
    listed = [told(trouble, said.name, said.raw) for trouble in islice(rest, LISTED)]
    return InvalidInput(listed, more=more + sum(1 for _ in rest))


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
