"""The two answers that a what-if compares, put together: of each referral's ranking, or of the plan for a panel."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from matching.comparing.living import Planned
from matching.comparing.notes import NOT_PROVEN, OTHER_CHILDREN
from matching.comparing.plans import compared_plans
from matching.comparing.rankings import Compared, compared
from matching.comparing.sides import Side
from matching.domain.case import Case
from matching.domain.comparison import Difference, State, Tried
from matching.domain.made import made
from matching.explaining.versions import versions
from matching.facts.question import Question
from matching.facts.register import Register
from matching.plan import Asked, plan
from matching.planning.judging import Judging
from matching.scoring.weighing import Scale

NEW_REFERRAL, REFERRAL_GONE = "new_referral", "referral_gone"
SOLVER = "ortools"


@dataclass(frozen=True, slots=True)
class Ready:
    """A case made ready to be asked about: `question` gives the one that it puts about a referral."""

    case: Case
    register: Register
    scale: Scale
    question: Callable[[str], Question]

    def has(self, referral: str) -> bool:
        """Whether the case has a referral of this id."""
        return any(referral == one.id for one in self.case.referrals)

    def side(self, referral: str) -> Side:
        """What is found of every home for a referral."""
        question, judging = self.question(referral), Judging(self.register, self.scale)
        return Side(question, judging.found(question), judging)

    def planned(self, referrals: Sequence[str], seconds: float | None) -> Planned:
        """The plan for these referrals, sought for so many seconds."""
        questions = {referral: self.question(referral) for referral in referrals}
        judging, asked = Judging(self.register, self.scale), Asked(seconds=seconds)
        found = plan(list(questions.values()), self.register, scale=self.scale, asked=asked, judging=judging)
        return Planned(found, questions, judging)

    def state(self, **said: Any) -> State:
        """How things stand by it."""
        return made(State, as_of=self.case.as_of, policy=self.scale.policy.name, **said)


Both = tuple[Ready, Ready]


def of_rankings(both: Both, referrals: Iterable[str], named: Collection[str]) -> dict[str, Any]:
    """What would be different of the ranking of each referral; the homes that are `named` are told before others."""
    found: list[Compared] = []
    changed: list[Difference] = []
    for referral in referrals:
        before, after = (one.side(referral) if one.has(referral) else None for one in both)
        if before is None or after is None:
            changed.append(_of_one(referral, before, after))
        elif (differs := compared(before, after, named)) is not None:
            found.append(differs)
            changed += differs.changed
    return {
        "before": both[0].state(rankings=tuple(one.before for one in found)),
        "after": both[1].state(rankings=tuple(one.after for one in found)),
        "changed": tuple(changed),
        "also": tuple(group for one in found for group in one.also),
        "versions": versions(),
    }


def _of_one(referral: str, before: Side | None, after: Side | None) -> Difference:
    """A referral that only one of the two cases has, and the home that comes first for it."""
    was, now = (side.first if side else None for side in (before, after))
    what = NEW_REFERRAL if before is None else REFERRAL_GONE
    return made(Difference, referral=referral, what=what, from_=was, to=now)


def _notes(before: Planned, after: Planned) -> Iterator[str]:
    """What a reader must know before two plans are held against each other."""
    if not (before.plan.proven and after.plan.proven):
        yield NOT_PROVEN
    if before.referral_of.keys() != after.referral_of.keys():
        yield OTHER_CHILDREN


def of_plans(both: Both, referrals: Sequence[str], tried: Sequence[Tried], seconds: float | None) -> dict[str, Any]:
    """What would be different of the plan for these referrals; `seconds` are for both."""
    was, now = ([referral for referral in referrals if one.has(referral)] for one in both)
    one_sided = [made(Difference, referral=i, what=NEW_REFERRAL) for i in now if i not in was]
    one_sided += [made(Difference, referral=i, what=REFERRAL_GONE) for i in was if i not in now]
    if not was or not now:
        return {"before": both[0].state(), "after": both[1].state(), "changed": tuple(one_sided)}
    each = None if seconds is None else seconds / 2
    before, after = both[0].planned(was, each), both[1].planned(now, each)
    differs = compared_plans(before, after, tried)
    return {
        "before": both[0].state(plan=differs.before),
        "after": both[1].state(plan=differs.after),
        "changed": (*one_sided, *differs.changed),
        "notes": tuple(_notes(before, after)),
        "versions": versions(SOLVER),
    }
