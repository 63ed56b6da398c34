"""Decision support for placing children in care. The engine proposes; people decide.

    from pathlib import Path
    from matching import Engine, load

    engine = Engine.of(load(Path("case.toml")).case)
    ranking = engine.rank("r1")

What is named here is kept; everything else may move. Names are imported when they are first used, since the engine's
parts take a second to load. (`matching.rank` is the module that holds the path; `Engine.rank` walks it.)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matching.data.case_files import load as load
    from matching.data.changes import Change as Change
    from matching.data.changes import read_change as read_change
    from matching.data.policies import read_policy as read_policy
    from matching.domain.case import Case as Case
    from matching.domain.child import Child as Child
    from matching.domain.comparison import Comparison as Comparison
    from matching.domain.finding import Finding as Finding
    from matching.domain.home import Home as Home
    from matching.domain.policy import Policy as Policy
    from matching.domain.ranking import Option as Option
    from matching.domain.ranking import Ranking as Ranking
    from matching.domain.referral import Referral as Referral
    from matching.domain.review import Review as Review
    from matching.engine import Engine as Engine
    from matching.errors import EngineDefect as EngineDefect
    from matching.errors import Fault as Fault
    from matching.errors import InvalidInput as InvalidInput
    from matching.errors import MatchingError as MatchingError
    from matching.errors import SearchIncomplete as SearchIncomplete
    from matching.facts.question import Question as Question
    from matching.facts.question import ask as ask
    from matching.facts.register import Register as Register
    from matching.review import AskedReview as AskedReview
    from matching.what_if import try_change as try_change

_HOMES_OF_NAMES = {
    "AskedReview": "matching.review",
    "Case": "matching.domain.case",
    "Change": "matching.data.changes",
    "Child": "matching.domain.child",
    "Comparison": "matching.domain.comparison",
    "Engine": "matching.engine",
    "EngineDefect": "matching.errors",
    "Fault": "matching.errors",
    "Finding": "matching.domain.finding",
    "Home": "matching.domain.home",
    "InvalidInput": "matching.errors",
    "MatchingError": "matching.errors",
    "Option": "matching.domain.ranking",
    "Policy": "matching.domain.policy",
    "Question": "matching.facts.question",
    "Ranking": "matching.domain.ranking",
    "Referral": "matching.domain.referral",
    "Register": "matching.facts.register",
    "Review": "matching.domain.review",
    "SearchIncomplete": "matching.errors",
    "ask": "matching.facts.question",
    "load": "matching.data.case_files",
    "read_change": "matching.data.changes",
    "read_policy": "matching.data.policies",
    "try_change": "matching.what_if",
}

__all__ = sorted(_HOMES_OF_NAMES)  # noqa: PLE0605 - one list, not two that could differ


def __getattr__(name: str) -> Any:
    if name not in _HOMES_OF_NAMES:
        raise AttributeError(f"matching has no {name!r}")
    return getattr(import_module(_HOMES_OF_NAMES[name]), name)
