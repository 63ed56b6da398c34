"""A case made ready to be asked about: its policy read, its homes laid out once, its referrals answered one by one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from matching.data.policies import read_policy
from matching.domain.case import Case
from matching.domain.how_sure import HowSure
from matching.domain.plan import Plan
from matching.domain.policy import Policy
from matching.domain.ranking import Ranking
from matching.domain.referral import Referral
from matching.domain.why_not import WhyNot
from matching.errors import Fault, InvalidInput
from matching.facts.everybody import with_everybody
from matching.facts.fingerprint import fingerprint
from matching.facts.known_children import PackedChildren
from matching.facts.question import Question, ask, ask_each
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.plan import Asked, plan
from matching.planning.judging import Judging
from matching.planning.reading import faults_of
from matching.rank import IN_FULL, rank
from matching.rules.figures import figures_for
from matching.scoring.weighing import Scale
from matching.why import how_sure, why_not, with_why


@dataclass(frozen=True, slots=True)
class Engine:
    """A case with its policy, the figures of its day and its register. Make one with `Engine.of`.

    It never changes, and threads may share it.
    """

    case: Case
    scale: Scale
    figures: Mapping[str, int]
    register: Register
    children_hash: str

    @classmethod
    def of(cls, case: Case, *, beside: Path | None = None) -> "Engine":
        """Read the case's policy (a path in it is taken from the folder `beside`) and lay its homes out."""
        return cls.judged_by(case, read_policy(case.policy, beside=beside))

    @classmethod
    def judged_by(cls, case: Case, policy: Policy) -> "Engine":
        """The engine for a case by a policy that was read already."""
        figures = figures_for(policy, case.as_of)
        homes = with_everybody(case)
        return cls(case, Scale(policy), figures, Register.of(homes, directory()), fingerprint(case.children))

    @property
    def light(self) -> "Engine":
        """The same for a process that only judges: children and homes are held small, and the case has no homes."""
        case = self.case.model_copy(update={"homes": (), "children": PackedChildren.of_all(self.case.children)})
        return replace(self, case=case, register=self.register.packed)

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process the criteria are that process's own; the homes are not laid out again."""
        return _again, (self.case, self.policy, dict(self.figures), self.register, self.children_hash)

    def with_case(self, case: Case, policy: Policy) -> "Engine":
        """The engine for another state of its case, by this policy: homes that are the same are not laid out again."""
        homes = with_everybody(case)
        return Engine(
            case,
            self.scale if policy == self.policy else Scale(policy),
            figures_for(policy, case.as_of),
            self.register if homes == self.register.homes else Register.of(homes, directory()),
            self.children_hash if case.children == self.case.children else fingerprint(case.children),
        )

    def question(self, referral_id: str) -> Question:
        """The question that the case puts about one of its referrals; InvalidInput where it has none of that id."""
        return ask(self.case, referral_id, self.figures, self.children_hash)

    def questions(self, referrals: Sequence[Referral]) -> list[Question]:
        """The questions about some of the case's referrals, in their order."""
        return list(ask_each(self.case, referrals, self.figures, self.children_hash))

    @property
    def policy(self) -> Policy:
        """The local policy by which this case is judged."""
        return self.scale.policy

    def rank(
        self, referral_id: str, *, limit: int = IN_FULL, in_full: Sequence[str] = (), why: bool = False
    ) -> Ranking:
        """Rank the homes for one of the case's referrals; InvalidInput where it has none of that id.

        With `why` the first option says with which weights it stays so, and each other in full why it is not, and what
        would have to change: that takes about a tenth of a second for each.
        """
        question = self.question(referral_id)
        ranking = rank(question, self.register, scale=self.scale, limit=limit, in_full=in_full)
        return with_why(ranking, self.case, question, self.register, self.scale) if why else ranking

    def plan(self, referral_ids: Sequence[str] = (), asked: Asked | None = None) -> Plan:
        """Plan for a panel of these referrals, or of all; InvalidInput where the case has no such referral."""
        ids = referral_ids or [referral.id for referral in self.case.referrals]
        questions = [self.question(i) for i in dict.fromkeys(ids)]
        return plan(questions, self.register, scale=self.scale, asked=asked or Asked())

    def why_not(self, referral_id: str, home_id: str) -> WhyNot:
        """Why a home is not first for a referral, and the smallest changes that would make it so.

        InvalidInput where the case has no such referral, or no such home.
        """
        question = self.question(referral_id)
        if home_id not in self.register.row_of:
            raise InvalidInput([no_such_home(home_id, [*self.register.row_of])])
        return why_not(self.case, question, self.register, self.scale, home_id)

    def how_sure(self, referral_id: str) -> HowSure:
        """How sure it is which home is first for a referral; InvalidInput where the case has none of that id."""
        question = self.question(referral_id)
        return how_sure(self.case, question, self.register, self.scale)

    def verify(self, plan: Plan) -> list[str]:
        """Everything that is wrong with a plan of this case, in words, found without a solver; nothing where it holds.

        Each begins with what it is about. InvalidInput where a child is asked for twice by the plan's referrals.
        """
        known = {referral.id for referral in self.case.referrals}
        if strangers := [referral for referral in plan.referrals if referral not in known]:
            return [f"referrals: the case has no referral {', '.join(strangers)}: the plan is of another case"]
        if twice := [referral for referral, times in Counter(plan.referrals).items() if times > 1]:
            return [f"referrals: the plan names {', '.join(twice)} more than once"]
        if not plan.referrals:
            return ["referrals: the plan is for none"]
        questions = [self.question(i) for i in plan.referrals]
        return list(faults_of(plan, questions, Judging(self.register, self.scale)))


def _again(case: Case, policy: Policy, figures: dict[str, int], register: Register, children_hash: str) -> Engine:
    return Engine(case, Scale(policy), figures, register, children_hash)


def no_such_home(asked: str, known: Sequence[str]) -> Fault:
    """That no home has an id, with those that are nearest to it."""
    near = get_close_matches(asked, known, n=3, cutoff=0.6)
    expected = "the id of a home of the case"
    remedy = f"Is {' or '.join(near)} meant?" if near else "Ask for a home that the case holds."
    return Fault("", "homes", asked, "id", asked, expected, remedy)
