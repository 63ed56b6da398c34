"""What if some facts were otherwise: the same questions put to a case as it is and as it would be, and compared."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from matching.comparing.living import Planned
from matching.comparing.notes import NOT_PROVEN, notes
from matching.comparing.plans import ComparedPlans, compared_plans
from matching.comparing.rankings import Compared, compared
from matching.comparing.sides import Side
from matching.data.changes import Change, Laid, laid
from matching.data.policies import policy_with, read_policy
from matching.data.tried import tried
from matching.domain.comparison import OF_A_PLAN, OF_RANKINGS, Comparison, Difference, State, Tried
from matching.domain.made import made
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.explaining.versions import versions
from matching.explaining.warnings import of_the_case
from matching.plan import Asked, plan
from matching.planning.judging import Judging
from matching.rules.rulebook import approvers_by_rule

NEW_REFERRAL, REFERRAL_GONE = "new_referral", "referral_gone"
SOLVER = "ortools"
Both = tuple[Engine, Engine]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: of these referrals, or of all; their rankings, or one plan for them, sought for so many seconds.

    `follow` is given the referrals, and gives them as they are looked at.
    """

    referrals: tuple[str, ...] = ()
    as_plan: bool = False
    seconds: float | None = None
    follow: Callable[[Sequence[str]], Iterable[str]] = iter


def try_change(
    engine: Engine,
    change: Change,
    wanted: Wanted | None = None,
    *,
    beside: Path | None = None,
    ordinary: dict[str, Any] | None = None,
) -> Comparison:
    """What would be different, and why, if a case were changed so. Nothing is kept of it, and it is never of record.

    InvalidInput with every fault of the change. `beside` is where the file of a policy is sought that it names, and
    `ordinary` what an entry that is added starts from, in a scenario.
    """
    asked, of = wanted or Wanted(), laid(engine.case, change, approvers_by_rule(), ordinary)
    both = engine, _changed(engine, of, change, beside)
    ids, facts = (
        _referrals(asked.referrals, both),
        tried(of.said, engine.case, of.case, (engine.policy, both[1].policy)),
    )
    differs = _of_plans(both, ids, asked, facts) if asked.as_plan else _of_rankings(both, ids, asked, of)
    return made(
        Comparison,
        watermark=OF_A_PLAN if asked.as_plan else OF_RANKINGS,
        asked=facts,
        compared=tuple(i for i in ids if all(_has(one, i) for one in both)),
        notes=(*notes(of.said, engine.case), *differs.pop("notes", ())),
        warnings=tuple(dict.fromkeys(said for one in both for said in of_the_case(one.case, one.policy))),
        **differs,
    )


def _changed(engine: Engine, of: Laid, change: Change, beside: Path | None) -> Engine:
    """The engine for the case as it would be; what is wrong with its policy or its day is a fault of the change."""
    said = [part["policy"] for part in of.said if part.get("policy")]
    try:
        policy = engine.policy
        for values in said:
            policy = read_policy(of.case.policy, beside=beside) if "name" in values else policy_with(policy, values)
        return engine.with_case(of.case, policy)
    except InvalidInput as error:
        name = change.parts[-1].name
        raise InvalidInput([replace(f, file=f.file or name) for f in error.faults], error.more) from None


def _has(engine: Engine, referral: str) -> bool:
    return any(referral == one.id for one in engine.case.referrals)


def _referrals(asked: Sequence[str], both: Both) -> list[str]:
    """The referrals that are asked about, else all that there are before or after."""
    known = list(dict.fromkeys(referral.id for one in both for referral in one.case.referrals))
    expected, remedy = f"one of: {', '.join(known[:10]) or 'none'}", "Ask for a referral that the case holds."
    faults = [Fault("", "referrals", i, "id", i, expected, remedy, kind_found="an id") for i in asked if i not in known]
    if not known:
        faults.append(Fault("", "referrals", "", "", "none", "at least one", "Add the referral that asks for a home."))
    if faults:
        raise InvalidInput(faults)
    return list(dict.fromkeys(asked)) or known


def _side(engine: Engine, referral: str) -> Side:
    question, judging = engine.question(referral), Judging(engine.register, engine.scale)
    return Side(question, judging.found(question), judging)


def _of_rankings(both: Both, ids: Sequence[str], asked: Wanted, of: Laid) -> dict[str, Any]:
    """What would be different of the ranking of each referral."""
    named = {entry["id"] for part in of.said for entry in part.get("homes") or ()}
    found: list[Compared] = []
    changed: list[Difference] = []
    for referral in asked.follow(ids):
        sides = [_side(one, referral) if _has(one, referral) else None for one in both]
        before, after = sides
        if before is None or after is None:
            changed.append(_of_one(referral, before, after))
        elif (differs := compared(before, after, named)) is not None:
            found.append(differs)
            changed += differs.changed
    before_after = ((one.before for one in found), (one.after for one in found))
    states = (_state(one, rankings=tuple(those)) for one, those in zip(both, before_after, strict=True))
    also = tuple(group for one in found for group in one.also)
    return _differs(states, changed) | {"also": also, "versions": versions()}


def _of_one(referral: str, before: Side | None, after: Side | None) -> Difference:
    """A referral that only one of the two cases has."""
    was, now = (side.first if side else None for side in (before, after))
    what = NEW_REFERRAL if before is None else REFERRAL_GONE
    return made(Difference, referral=referral, what=what, from_=was, to=now)


def _of_plans(both: Both, ids: Sequence[str], asked: Wanted, facts: Sequence[Tried]) -> dict[str, Any]:
    """What would be different of the plan for these referrals."""
    before, after = (_planned(one, [i for i in ids if _has(one, i)], asked) for one in both)
    one_sided = [made(Difference, referral=i, what=NEW_REFERRAL) for i in ids if not _has(both[0], i)]
    one_sided += [made(Difference, referral=i, what=REFERRAL_GONE) for i in ids if not _has(both[1], i)]
    differs: ComparedPlans = compared_plans(before, after, facts)
    states = (_state(one, plan=said) for one, said in zip(both, (differs.before, differs.after), strict=True))
    unproven = () if before.plan.proven and after.plan.proven else (NOT_PROVEN,)
    return _differs(states, [*one_sided, *differs.changed]) | {"notes": unproven, "versions": versions(SOLVER)}


def _planned(engine: Engine, ids: Sequence[str], asked: Wanted) -> Planned:
    questions = {i: engine.question(i) for i in ids}
    judging = Judging(engine.register, engine.scale)
    seconds = Asked(seconds=asked.seconds)
    found = plan(list(questions.values()), engine.register, scale=engine.scale, asked=seconds, judging=judging)
    return Planned(found, questions, judging)


def _state(engine: Engine, **said: Any) -> State:
    return made(State, as_of=engine.case.as_of, policy=engine.policy.name, **said)


def _differs(states: Iterator[State], changed: Sequence[Difference]) -> dict[str, Any]:
    before, after = states
    return {"before": before, "after": after, "changed": tuple(changed)}
