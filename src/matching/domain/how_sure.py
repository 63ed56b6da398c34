"""How sure the first option is, whichever way one looks: by weights, by what nobody has recorded, by close calls."""

from matching.domain.ask_first import AskFirst
from matching.domain.nothing_fits import NothingFits
from matching.domain.noun import Noun
from matching.domain.sureness import WeightInterval, WeightsSurvived


class HowSure(Noun):
    """How sure it is that one home is first for the children of a referral.

    `stands_while` gives for each criterion the weights with which it stays first, `survives` how far all weights may
    change at once; `could_be_first` are other homes that unknown facts could put first, and `ask_first` the single
    unknown facts whose answer could change which home is; `names` names the homes spoken of. Where no home is lawful
    `first` is None, and `nothing_fits` says why; where people decide and no list, neither is there. `said` is all of it
    for a panel, `said_to_child` for the child. `before_deciding` is what must be recorded before anybody decides, and
    `to_settle` what must be settled before the first home may be used.
    """

    referral: str
    children: tuple[str, ...]
    facts_hash: str
    options: int
    first: str | None
    names: dict[str, str]
    name: str | None = None
    tier: str | None = None
    standing: str | None = None
    stands_while: tuple[WeightInterval, ...] = ()
    survives: WeightsSurvived | None = None
    could_be_first: tuple[str, ...] = ()
    ask_first: tuple[AskFirst, ...] = ()
    nothing_fits: NothingFits | None = None
    before_deciding: tuple[str, ...] = ()
    to_settle: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    said_to_child: tuple[str, ...] = ()
