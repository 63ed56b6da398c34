"""A case made ready to be asked about: its policy read, its homes laid out once, its referrals answered one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.data.policies import read_policy
from matching.domain.case import Case
from matching.domain.policy import Policy
from matching.domain.ranking import Ranking
from matching.facts.fingerprint import fingerprint
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rank import IN_FULL, rank
from matching.rules.figures import figures_on


@dataclass(frozen=True, slots=True)
class Engine:
    """A case with its policy and its register. Make one with `Engine.of`; it never changes and threads may share it."""

    case: Case
    policy: Policy
    register: Register
    children_hash: str

    @classmethod
    def of(cls, case: Case, *, beside: Path | None = None) -> "Engine":
        """Read the case's policy (a path in it is taken from the folder `beside`) and lay its homes out."""
        policy = read_policy(case.policy, beside=beside)
        return cls(case, policy, Register.of(case.homes, directory()), fingerprint(case.children))

    @property
    def figures(self) -> Mapping[str, int]:
        """The law's figures on the case's day, and the policy's."""
        return {**self.policy.figures, **figures_on(self.case.as_of)}

    def rank(self, referral_id: str, *, limit: int = IN_FULL, in_full: Sequence[str] = ()) -> Ranking:
        """Rank the homes for one of the case's referrals; InvalidInput where it has none of that id."""
        question = ask(self.case, referral_id, self.figures, self.children_hash)
        return rank(question, self.register, policy=self.policy, limit=limit, in_full=in_full)
