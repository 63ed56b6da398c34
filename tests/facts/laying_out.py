"""Lays a question out over homes, as the engine does, and reads one fact of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from matching.data.policies import read_policy
from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.facts.everybody import with_everybody
from matching.facts.fact import AT_LEAST, AT_MOST, Count, Fact
from matching.facts.layout import Layout, lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.figures import figures_for
from tests.builders import ORDINARY, a_case, a_child, a_home, a_referral, ordinary

OURS, MILTON_KEYNES, HERTFORDSHIRE = "E06000060", "E06000042", "E10000015"
READING, HILLINGDON = "E06000038", "E09000017"
TODAY: date = ORDINARY["as_of"]


def laid_out(
    children: Sequence[Child] = (),
    homes: Sequence[Home] = (),
    referral: Referral | None = None,
    *,
    authority: Mapping[str, Any] | None = None,
    day: date = TODAY,
) -> Layout:
    """The referral's pairings over these homes; what is not given is ordinary. The case knows all these children."""
    about: dict[str, Any] = {"as_of": day} | ({} if authority is None else {"authority": authority})
    case = a_case(
        children=tuple(children) or (a_child(),),
        homes=tuple(homes) or (a_home(),),
        referrals=(referral or a_referral(),),
        **about,
    )
    question = ask(case, case.referrals[0].id, figures_for(read_policy(case.policy), day))
    return lay_out(question, Register.of(with_everybody(case), directory()))


def value_of(fact: Fact[Any], *given: Any, arrival: int = 0, **more: Any) -> Any:
    """One fact of one arriving child in the first of the homes."""
    return laid_out(*given, **more).frames[arrival].get_column(fact.name)[0]


def bounds_of(fact: Count, *given: Any, **more: Any) -> tuple[int | None, int, int]:
    """A count in the first of the homes, with the least and the most that it can be."""
    frame = laid_out(*given, **more).frames[0]
    exact, least, most = (frame.get_column(fact.name + end)[0] for end in ("", AT_LEAST, AT_MOST))
    return exact, least, most


def approval(**changes: Any) -> dict[str, Any]:
    """The ordinary approval, save for what is said."""
    return dict(ordinary("home")["approval"]) | changes


def brothers_and_sisters(*ids: str, assessment: str | None = "together") -> list[dict[str, Any]]:
    """These as a child's record lists them."""
    return [{"child": i} | ({"assessment": assessment} if assessment else {}) for i in ids]
