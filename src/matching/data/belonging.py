"""What belongs to a home of its kind, and to an approval of its rule."""

import re
from collections.abc import Collection, Iterator, Mapping
from math import isfinite

from matching.data.expected import PATTERNS
from matching.data.place import Path
from matching.data.trouble import Trouble
from matching.domain.case import Case
from matching.domain.codes import FOSTERING, REGISTERED, Approver
from matching.domain.home import Home
from matching.domain.noun import UK_POSTCODE

KnownRules = Mapping[str, Collection[Approver]]
"""The rules that there are by id, each with those who may approve what it asks about."""

IN_THE_UK = frozenset({"england", "wales", "scotland", "northern ireland", "united kingdom", "uk"})
OF_ITS_KIND = "Take it out, or correct the kind."
IS_UK_POSTCODE = re.compile(UK_POSTCODE).match


def homes_hold_what_their_kind_has(case: Case) -> Iterator[Trouble]:
    """Fostering homes are approved, homes of the registered kinds are registered, and never the other way round."""
    for n, home in enumerate(case.homes):
        if home.approval is not None and home.kind not in FOSTERING:
            yield from _not_of_its_kind(("homes", n, "approval"), home, "a fostering home")
        if home.registration is not None and home.kind not in REGISTERED:
            yield from _not_of_its_kind(("homes", n, "registration"), home, "a kind of home that is registered")


def postcodes_have_their_shape(case: Case) -> Iterator[Trouble]:
    """A home's postcode looks like one, unless the home is said to be outside the United Kingdom."""
    for n, home in enumerate(case.homes):
        if home.postcode is not None and not IS_UK_POSTCODE(home.postcode) and _in_the_uk(home):
            remedy = "Correct it, leave it out if nobody knows, or say the country if it is abroad."
            yield Trouble(("homes", n, "postcode"), home.postcode, PATTERNS[UK_POSTCODE], remedy)


def approvals_fit_their_rule(case: Case, known_rules: KnownRules) -> Iterator[Trouble]:
    """An approval names a rule that there is, and was given by who may give it."""
    for n, given in enumerate(case.approvals):
        may = known_rules.get(given.rule or "")
        if given.rule is not None and may is None:
            yield Trouble(("approvals", n, "rule"), given.rule, "the id of a rule", "`matching rules` lists them.")
        elif may is not None and given.by is not None and given.by not in may:
            yield Trouble(("approvals", n, "by"), given.by.value, _who(may), "Correct the approver, or the rule.")


def policy_figures_are_numbers(case: Case) -> Iterator[Trouble]:
    """What a case overrides of its policy is finite."""
    yield from _endless(("policy",), case.policy.overrides if case.policy else {})


def _not_of_its_kind(path: Path, home: Home, expected: str) -> Iterator[Trouble]:
    kind: str | None = home.kind
    if kind is not None:
        yield Trouble(path, {}, f"{path[-1]} only of {expected}, and this one is {kind}", OF_ITS_KIND)


def _in_the_uk(home: Home) -> bool:
    return home.country is None or home.country.lower() in IN_THE_UK


def _who(approvers: Collection[Approver]) -> str:
    return "one of: " + ", ".join(sorted(approvers)) if approvers else "nobody, as nothing lifts what this rule finds"


def _endless(path: Path, value: object) -> Iterator[Trouble]:
    if isinstance(value, float) and not isfinite(value):
        yield Trouble(path, value, "a number", "Write a number.")
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from _endless((*path, key), below)
    elif isinstance(value, list | tuple):
        for position, below in enumerate(value):
            yield from _endless((*path, position), below)
