"""The register that the service holds, with its children and referrals by id."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.engine import Engine
from matching.facts.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Held:
    """An engine whose homes were laid out when the service started, and what can be taken from its case by name."""

    engine: Engine
    homes: Mapping[str, Home]
    children: Mapping[str, Child]
    referrals: Mapping[str, Referral]

    @classmethod
    def of(cls, given: Engine | Case) -> "Held":
        """From an engine, or from a case that is to be made ready."""
        engine = given if isinstance(given, Engine) else Engine.of(given)
        case = engine.case
        return cls(
            engine,
            homes={h.id: h for h in case.homes},
            children={c.id: c for c in case.children},
            referrals={r.id: r for r in case.referrals},
        )

    @property
    def case(self) -> Case:
        """The case that is held."""
        return self.engine.case

    def hash_of(self, children: tuple[Child, ...]) -> str:
        """The fingerprint of children; that of exactly those who are held is known."""
        return self.engine.children_hash if children == self.case.children else fingerprint(children)
