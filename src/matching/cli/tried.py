"""A comparison with what a reader of it on paper also needs: the homes' names, the rules and criteria by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from matching.cli.answer import FROM_ORDINARY, NOT_AGREED, name_and_id
from matching.cli.panel import named
from matching.cli.words import cited, word
from matching.domain.case import Case
from matching.domain.comparison import Cause, Comparison
from matching.domain.ranking import RuleCited
from matching.explaining.ranking import ALSO
from matching.explaining.ranking import cited as cited_all
from matching.facts.fact import CATALOGUE
from matching.rules.rulebook import RULES
from matching.scoring.weighing import CRITERIA

NO_HOME = "no home"
QUESTIONS = {criterion.id: criterion.question for criterion in CRITERIA}


@dataclass(frozen=True)
class Answered:
    """A comparison, and the case as it is."""

    comparison: Comparison
    case: Case
    from_ordinary: bool = False

    @cached_property
    def names(self) -> Mapping[str, str | None]:
        """The homes' names, those of new ones among them."""
        added = (fact for fact in self.comparison.asked if fact.table == "homes" and isinstance(fact.to, dict))
        new = {fact.id: str(fact.to["name"]) for fact in added if isinstance(fact.to, dict) and fact.to.get("name")}
        return {**new, **{home.id: home.name for home in self.case.homes}}

    def home(self, home: object) -> str:
        """A home by its name and id."""
        return name_and_id(self.names.get(home), home) if isinstance(home, str) else NO_HOME

    @cached_property
    def rules(self) -> Mapping[str, RuleCited]:
        """Every rule, duty and deadline, by id."""
        return {rule.id: rule for rule in (*cited_all(ALSO), *cited_all(RULES))}

    def source(self, cause: Cause) -> str:
        """What stands behind a cause: a rule and where it comes from, a criterion's question, a fact in words."""
        rule = self.rules.get(cause.id or "")
        return f"[{rule.id}: {cited(rule.cites)}]" if rule else ""

    def about(self, cause: Cause) -> str:
        """What a cause is about, in words."""
        rule = self.rules.get(cause.id or "")
        if rule is not None:
            return rule.title
        if cause.id in QUESTIONS:
            return named(QUESTIONS[cause.id], self.children)
        return CATALOGUE[cause.id].words if cause.id in CATALOGUE else word(cause.id or cause.what)

    @cached_property
    def children(self) -> tuple[str, ...]:
        """The child where one alone is asked for; else all of them."""
        asked = [r for r in self.case.referrals if r.id in self.comparison.compared]
        return tuple(dict.fromkeys(child for referral in asked for child in referral.children))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know before reading on."""
        ordinary = (FROM_ORDINARY,) if self.from_ordinary else ()
        said = (*self.comparison.notes, *self.comparison.warnings)
        return (*ordinary, *(note for note in said if not note.startswith(NOT_AGREED)), *self._not_agreed)

    @property
    def _not_agreed(self) -> tuple[str, ...]:
        return tuple(note for note in self.comparison.warnings if note.startswith(NOT_AGREED))

    @property
    def only_child(self) -> str | None:
        """The child, where one alone is asked for in all that is compared."""
        return self.children[0] if len(self.children) == 1 else None
