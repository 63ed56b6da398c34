"""The path for a home that is not first, and for the one that is: why not, what would change it, and how sure it is."""

from matching.domain.case import Case
from matching.domain.how_sure import HowSure
from matching.domain.made import changed
from matching.domain.ranking import Option, Ranking
from matching.domain.why_not import WhyNot
from matching.explaining.found import find
from matching.explaining.how_sure import how_sure as sureness
from matching.explaining.ranking import facts_hash_of
from matching.explaining.sensitivity import weight_intervals
from matching.explaining.trying import Trying
from matching.explaining.why_not import why_not as reasons
from matching.explaining.wording import panel, to_child
from matching.facts.question import Question
from matching.facts.register import Register
from matching.scoring.weighing import Scale


def why_not(case: Case, question: Question, register: Register, scale: Scale, home: str) -> WhyNot:
    """Why a home is not first for the children of a referral, and the smallest changes that would make it so.

    Every change that is offered was asked again of all homes, and does what it is offered for. The home must be in the
    register.
    """
    trying = Trying(case, question, register, scale)
    found = find(question, register, scale)
    answer = reasons(trying, found, home, facts_hash_of(question, register, scale.policy))
    return changed(answer, said=panel.why_not_said(answer), said_to_child=to_child.why_not_said(answer))


def with_why(ranking: Ranking, case: Case, question: Question, register: Register, scale: Scale) -> Ranking:
    """A ranking whose first option says with which weights it stays so, and each other in full why it is not."""
    trying, found = Trying(case, question, register, scale), find(question, register, scale)

    def told(option: Option) -> Option:
        if option.parts:
            return option
        if option.rank == 1:
            return changed(option, stands_while=weight_intervals(found))
        answer = reasons(trying, found, option.home, ranking.facts_hash)
        said, to_her = panel.why_not_said(answer), to_child.why_not_said(answer)
        return changed(option, why_not=changed(answer, said=said, said_to_child=to_her))

    tiers = tuple(changed(tier, options=tuple(map(told, tier.options))) for tier in ranking.tiers)
    return changed(ranking, tiers=tiers, in_full=tuple(map(told, ranking.in_full)))


def how_sure(case: Case, question: Question, register: Register, scale: Scale) -> HowSure:
    """How sure it is that the first home is first: by the weights of the policy, and by what nobody has recorded."""
    trying = Trying(case, question, register, scale)
    found = find(question, register, scale)
    answer = sureness(trying, found, facts_hash_of(question, register, scale.policy))
    return changed(answer, said=panel.how_sure_said(answer), said_to_child=to_child.how_sure_said(answer))
