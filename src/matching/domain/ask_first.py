"""Which unknown fact to ask about first: the one whose answer could change the first choice."""

from typing import Any

from matching.domain.noun import Noun


class AnswerTried(Noun):
    """How a fact could turn out, and which home would then be first; `change` is what a what-if takes to ask again."""

    answer: str
    first: str | None
    name: str | None
    standing: str | None
    changes_first: bool
    change: dict[str, Any]


class AskFirst(Noun):
    """An unknown fact that could change the first choice, whom to ask, and what each answer would do.

    `home` is the home that it is asked about; None where it is about the child or the referral. `takes_it_away` says
    that an answer would leave today's first home no option.
    """

    fact: str
    question: str
    ask: str
    home: str | None
    name: str | None
    takes_it_away: bool
    answers: tuple[AnswerTried, ...]
