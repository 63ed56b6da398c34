"""What is true of several homes of a tier, said once above them instead of at each."""

from collections import Counter
from collections.abc import Sequence

from matching.cli.answer import Answer
from matching.cli.page import Page
from matching.cli.remarks import Remark, remarks
from matching.domain.ranking import Option

SHARED = frozenset({"needs", "to ask", "to judge", "duties", "identity", "reason owed", "by when", "to weigh"})
SEVERAL = 3

Rows = dict[str, list[Remark]]
"""By home, everything beside its points that a reader should know of it."""


def rows_of(answer: Answer, options: Sequence[Option]) -> Rows:
    """What is to be said of each option."""
    return {option.home: list(remarks(answer, option)) for option in options}


def shared(rows: Rows) -> list[Remark]:
    """What is said of all of several homes, or of at least three, in the order in which it is said of each."""
    number = Counter(row for said in rows.values() for row in dict.fromkeys(said) if row[0] in SHARED)
    enough = min(SEVERAL, max(2, len(rows)))
    return [row for row, count in number.items() if count >= enough]


def write_said_once(page: Page, rows: Rows, options: Sequence[Option], once: Sequence[Remark]) -> None:
    """Write what is true of several homes, with their places."""
    if once:
        page.line()
        page.paragraph("True of several, and said once:", indent=2)
    for label, text in sorted(once, key=lambda row: _order(row[0])):
        ranks = [o.rank for o in options if o.rank is not None and (label, text) in rows[o.home]]
        whom = f"all {len(ranks)}" if len(ranks) == len(options) else places(ranks)
        page.row(label, f"{whom}: {text}")


def _order(label: str) -> int:
    """In the order in which a reader needs them: what is owed and by when first."""
    labels = ("needs", "to ask", "to judge", "reason owed", "by when", "to weigh", "duties", "identity")
    return labels.index(label)


def places(ranks: Sequence[int]) -> str:
    """Places in the order, those that follow one another together: `2 to 5, 7`."""
    runs: list[list[int]] = []
    for rank in ranks:
        if runs and rank == runs[-1][-1] + 1:
            runs[-1].append(rank)
        else:
            runs.append([rank])
    said = (str(r[0]) if len(r) == 1 else f"{r[0]}{' to ' if len(r) > 2 else ', '}{r[-1]}" for r in runs)
    return ", ".join(said)
