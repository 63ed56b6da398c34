"""What makes a home stand otherwise: findings, points, duties and facts that differ between two options of it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from matching.domain.comparison import Cause, Told
from matching.domain.made import made
from matching.domain.ranking import CriterionPoints, DutyMeasured, Finding, Interval, Option, Scalar
from matching.facts.catalogue import home, pair
from matching.facts.fact import CATALOGUE

MET = "met"
TIER_FACTS = (home.kind.name, home.run_by.name, pair.connected.name, pair.own_approved.name)
"""The facts by which a home is of a tier."""

NOT_OWED = "not owed"
SERVED: Mapping[bool | None, str] = {True: "yes", False: "no", None: "not known"}


def of_findings(was: Option, now: Option) -> Iterator[Cause]:
    """The rules that find something else, each with its sentence then; one not judged on a day is met there."""
    before, after = ({(f.rule, f.child): f for f in option.findings} for option in (was, now))
    for key in {**before, **after}:
        one, other = before.get(key), after.get(key)
        outcomes = _outcome(one), _outcome(other)
        if outcomes[0] != outcomes[1]:
            yield _found(now.home, other or one, outcomes)


def _outcome(finding: Finding | None) -> str:
    return finding.outcome if finding else MET


def _found(home_id: str, finding: Finding | None, outcomes: tuple[str | None, str]) -> Cause:
    rule, child, because = (finding.rule, finding.child, finding.because) if finding else ("", None, "")
    was, now = outcomes
    return made(Cause, what="finding", id=rule, home=home_id, child=child, from_=was, to=now, because=because)


def found_of(option: Option) -> Iterator[Cause]:
    """What speaks against a home that was not there before."""
    for finding in option.findings:
        if finding.outcome != MET:
            yield _found(option.home, finding, (None, finding.outcome))


def of_criteria(was: Option, now: Option) -> Iterator[Cause]:
    """The criteria by which it would earn other points, each with its sentence then, and those that weigh otherwise."""
    before = {criterion.id: criterion for criterion in was.criteria}
    for after in now.criteria:
        yield from _of_criterion(now.home, before[after.id], after)


def _of_criterion(home_id: str, was: CriterionPoints, now: CriterionPoints) -> Iterator[Cause]:
    levels = _levels(was), _levels(now)
    said = {"id": now.id, "home": home_id, "because": now.because}
    if levels[0] != levels[1] and (was.weight or now.weight):
        yield made(Cause, what="criterion", from_=levels[0], to=levels[1], **said)
    if was.weight != now.weight:
        yield made(Cause, what="weight", from_=was.weight, to=now.weight, **said)


def _levels(points: CriterionPoints) -> Interval:
    return made(Interval, low=points.low, central=points.central, high=points.high)


def of_duties(was: Option, now: Option) -> Iterator[Cause]:
    """The duties that it would serve otherwise."""
    before = {(duty.id, duty.child): duty for duty in was.duties}
    for after in now.duties:
        one = before.get((after.id, after.child))
        served = _served(one), _served(after)
        if served[0] != served[1]:
            about = {"id": after.id, "home": now.home, "child": after.child, "because": after.because}
            yield made(Cause, what="duty", from_=served[0], to=served[1], **about)


def _served(duty: DutyMeasured | None) -> str:
    return NOT_OWED if duty is None or not duty.owed else SERVED[duty.met]


def of_tier(was: Option, now: Option) -> Iterator[Cause]:
    """The facts by which it would be of another tier."""
    yield from _of_facts(now.home, None, was.facts, now.facts)
    before = {pairing.child: pairing.facts for pairing in was.pairings}
    for pairing in now.pairings:
        child = pairing.child if len(now.pairings) > 1 else None
        yield from _of_facts(now.home, child, before.get(pairing.child, {}), pairing.facts)


def _of_facts(home_id: str, child: str | None, was: Mapping[str, Scalar], now: Mapping[str, Scalar]) -> Iterator[Cause]:
    for name in TIER_FACTS:
        one, other = was.get(name), now.get(name)
        if one != other:
            about = {"id": name, "home": home_id, "child": child, "because": CATALOGUE[name].words}
            yield made(Cause, what="fact", from_=_shown(name, one), to=_shown(name, other), **about)


def _shown(name: str, value: Scalar) -> Told:
    return None if value is None else CATALOGUE[name].show(value)


def own(was: Option | None, now: Option | None) -> tuple[Cause, ...]:
    """Everything of its own that a home would have otherwise: that it is new or gone, findings, points, its tier."""
    if was is None or now is None:
        return tuple(_of_one(was, now))
    return tuple(chain(of_findings(was, now), of_criteria(was, now), of_tier(was, now) if was.tier != now.tier else ()))


def _of_one(was: Option | None, now: Option | None) -> Iterator[Cause]:
    if now is not None:
        yield made(Cause, what="home", id=now.home, home=now.home, because=f"{now.home} would be new")
        yield from found_of(now)
    elif was is not None:
        yield made(Cause, what="home", id=was.home, home=was.home, because=f"{was.home} would be gone")
