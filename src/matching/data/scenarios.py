"""A scenario: a case that says only what is not ordinary, and what must come out of it."""

from pathlib import Path

from pydantic import Field, ValidationError

from matching.data.belonging import KnownRules
from matching.data.checking import case_of
from matching.data.document import Document, of_tables
from matching.data.expecting import Expect, names_outside
from matching.data.misfits import misfits
from matching.data.ordinary import laid_over, ordinary_beside
from matching.data.trouble import Trouble
from matching.data.what_ifs import Heading, WhatIf, outside_what_ifs, tried_out, what_ifs
from matching.domain.case import Case
from matching.domain.noun import Noun, Words

HEADING = frozenset(Heading.model_fields)


class Scenario(Noun):
    """A worked case: what it shows, who vouches for it, the whole case, what must come out, and what it asks besides.

    `what_if` are its own what-ifs, by name.
    """

    title: Words | None
    source: Words | None
    expect: Expect
    case: Case
    what_if: dict[str, WhatIf] = Field(default_factory=dict)


def is_scenario(said: Document) -> bool:
    """Whether a document says what must come out."""
    return b'"expect"' in said.json and "expect" in said.raw


def scenario_of(said: Document, path: Path, known_rules: KnownRules | None = None) -> Scenario:
    """The scenario that a document holds; raises InvalidInput with every fault of its case and its expectations."""
    heading, troubles = _heading(said)
    tables = {key: value for key, value in said.raw.items() if key not in HEADING}
    ordinary = ordinary_beside(path)
    whole = of_tables(laid_over(ordinary, tables), said.name)
    case = case_of(whole, known_rules, [*said.troubles, *troubles])
    asked = what_ifs(heading, said.name)
    tried_out(asked, case, known_rules, ordinary)
    return Scenario(title=heading.title, source=heading.source, expect=heading.expect, case=case, what_if=asked)


def _heading(said: Document) -> tuple[Heading, list[Trouble]]:
    top = of_tables({key: value for key, value in said.raw.items() if key in HEADING}, said.name)
    try:
        heading = Heading.model_validate_json(top.json, strict=True)
    except ValidationError as error:
        return Heading(expect=Expect()), list(misfits(error, Heading, said.name))
    return heading, [*names_outside(heading.expect, said.raw), *outside_what_ifs(heading, said.raw)]
