"""What if some facts were otherwise: the same questions put to a case as it is and as it would be, and compared."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from matching.comparing.answers import Ready, of_plans, of_rankings
from matching.comparing.notes import notes
from matching.data.changes import Change, Laid, laid
from matching.data.policies import policy_with, read_policy
from matching.data.tried import tried
from matching.domain.comparison import OF_A_PLAN, OF_RANKINGS, Comparison
from matching.domain.made import made
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.explaining.warnings import of_the_case
from matching.rules.rulebook import approvers_by_rule


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: of these referrals, or of all; their rankings, or the plans for them, both in so many seconds.

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
    after = _with(engine, of, change, beside)
    ids = _referrals(asked.referrals, engine, after)
    facts = tried(of.said, engine.case, of.case, (engine.policy, after.policy))
    both = _ready(engine), _ready(after)
    if asked.as_plan:
        differs = of_plans(both, ids, facts, asked.seconds)
    else:
        named = {entry["id"] for part in of.said for entry in part.get("homes") or ()}
        differs = of_rankings(both, asked.follow(ids), named)
    return made(
        Comparison,
        watermark=OF_A_PLAN if asked.as_plan else OF_RANKINGS,
        asked=facts,
        compared=tuple(i for i in ids if all(one.has(i) for one in both)),
        notes=(*notes(of.said, engine.case), *differs.pop("notes", ())),
        warnings=tuple(dict.fromkeys(said for one in (engine, after) for said in of_the_case(one.case, one.policy))),
        **differs,
    )


def changed_engine(
    engine: Engine, change: Change, *, beside: Path | None = None, ordinary: dict[str, Any] | None = None
) -> Engine:
    """The engine for the case as it would be; InvalidInput with every fault of the change."""
    return _with(engine, laid(engine.case, change, approvers_by_rule(), ordinary), change, beside)


def _with(engine: Engine, of: Laid, change: Change, beside: Path | None) -> Engine:
    """The engine for the case as it would be; what is wrong with its policy or its day is a fault of the change."""
    said = [part["policy"] for part in of.said if part.get("policy")]
    try:
        policy = engine.policy
        for values in said:
            policy = read_policy(of.case.policy, beside=beside) if "name" in values else policy_with(policy, values)
        return engine.with_case(of.case, policy)
    except InvalidInput as error:
        spoke = [part.name for part, says in zip(change.parts, of.said, strict=True) if {"policy", "as_of"} & set(says)]
        raise InvalidInput([replace(f, file=f.file or spoke[-1]) for f in error.faults], error.more) from None


def _ready(engine: Engine) -> Ready:
    return Ready(engine.case, engine.register, engine.scale, engine.question)


def _referrals(asked: Sequence[str], *engines: Engine) -> list[str]:
    """The referrals that are asked about, else all that there are before or after."""
    known = list(dict.fromkeys(referral.id for one in engines for referral in one.case.referrals))
    expected, remedy = f"one of: {', '.join(known[:10]) or 'none'}", "Ask for a referral that the case holds."
    faults = [Fault("", "referrals", i, "id", i, expected, remedy, kind_found="an id") for i in asked if i not in known]
    if not known:
        faults.append(Fault("", "referrals", "", "", "none", "at least one", "Add the referral that asks for a home."))
    if faults:
        raise InvalidInput(faults)
    return list(dict.fromkeys(asked)) or known
