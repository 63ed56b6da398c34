"""An option in a few lines: how it stands, its points, what counts most for and against it."""

from collections import Counter
from collections.abc import Sequence

from rich.text import Text

from matching.cli.answer import Answer, kind, title
from matching.cli.option_text import HEADS, as_known, points, whose_approval
from matching.cli.page import INDENT, Page
from matching.cli.reasons_text import strongest
from matching.cli.remarks import WHY_NOT, Remark
from matching.cli.words import STYLES
from matching.domain.ranking import Option
from matching.explaining.words import STANDINGS, count, listed, place

COUNTED = {
    "to ask": ("fact to ask for", "facts to ask for"),
    "to judge": ("matter to judge", "matters to judge"),
    "reason owed": ("further reason owed", "further reasons owed"),
    "to weigh": ("matter to weigh", "matters to weigh"),
    "by when": ("further deadline", "further deadlines"),
}
"""What is counted of a home that is told in short, each thing in words for one and for several."""


def write_short(page: Page, answer: Answer, option: Option, own: Sequence[Remark]) -> None:
    """Write an option in short; `own` is what would be said of it and was not said once above."""
    name = Text.assemble((title(option), "bold"), f" · {kind(option)}")
    page.beside(str(option.rank).rjust(INDENT - 2), name, indent=0, at=INDENT)
    for pairing in option.pairings:
        if pairing.facts.get("pair.lives_there"):
            page.paragraph(f"{pairing.child} lives here now", indent=INDENT)
    page.paragraph(Text(_standing(option, own), STYLES[option.standing]), indent=INDENT)
    heads = ", ".join(f"{head} {as_known(getattr(option, head))}" for head in HEADS)
    page.paragraph(f"suitability {points(option.suitability)} ({heads}){_place(option)}", indent=INDENT)
    page.paragraph(strongest(answer, option), indent=INDENT)
    for label, text in own:
        if label == WHY_NOT:
            page.row(label, text)


def _standing(option: Option, own: Sequence[Remark]) -> str:
    """How it stands, whose approval it needs, and how much more there is to see to."""
    number = Counter(label for label, _ in own)
    more = [count(number[label], *words) for label, words in COUNTED.items() if number[label]]
    said = [STANDINGS[option.standing]] if option.standing != "needs_approval" else []
    return "; ".join([*said, *whose_approval(option), *([listed(more)] if more else [])])


def _place(option: Option) -> str:
    """The best and the worst place that it may have, where these differ."""
    best, worst = option.best_rank, option.worst_rank
    if best is None or worst is None or best == worst:
        return ""
    return f"; {place(best)} to {place(worst)}"
