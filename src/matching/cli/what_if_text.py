"""A what-if as a page: what is asked, and of each referral what would be different and why; it is never of record."""

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from matching.cli.page import INDENT, Page
from matching.cli.tried import Answered
from matching.cli.what_if_asked import write_asked
from matching.cli.what_if_plan import write_plan_rows
from matching.cli.what_if_words import ALSO, because, from_to, instead, label
from matching.domain.comparison import OF_A_PLAN, Difference, RankingInShort
from matching.explaining.words import STANDINGS, count, listed, place

NOTHING = "Nothing would change"
COMPARED = "no home's place, standing, tier or points, nothing that a rule finds, and no duty"
AT = 11
HEADS = frozenset({"suitability", "stability", "distance", "cost"})
OTHERS = frozenset({"came_before", "went_from_before"})
MOST_NAMED = 10
ABOUT = {
    "people_decide": "People decide",
    "before_deciding": "Before anybody decides",
    "deadlines": "Deadlines",
    "support_to_plan": "Support to plan",
    "warnings": "To know",
}


def write_what_if(page: Page, answered: Answered) -> None:
    """Write the page; that it is a what-if stands at its head and at its end."""
    comparison = answered.comparison
    page.title("What if?")
    page.paragraph(comparison.watermark)
    for note in answered.notes:
        page.bullet(note, indent=0)
    write_asked(page, answered)
    if comparison.watermark == OF_A_PLAN:
        write_plan_rows(page, answered)
    else:
        _rankings(page, answered)
    page.line()
    page.line("─" * page.width)
    page.paragraph(comparison.watermark)


def _rankings(page: Page, answered: Answered) -> None:
    comparison = answered.comparison
    for referral, rows in groupby(comparison.changed, key=lambda row: row.referral):
        _referral(page, answered, referral or "", list(rows))
    differ = {row.referral for row in comparison.changed}
    same = [referral for referral in comparison.compared if referral not in differ]
    if same:
        page.heading(NOTHING, count(len(same), "referral"))
        page.paragraph(f"{NOTHING} for {listed(same, MOST_NAMED)}: {COMPARED}.")


def _referral(page: Page, answered: Answered, referral: str, rows: Sequence[Difference]) -> None:
    before, after = (
        next((one for one in state.rankings if one.referral == referral), None)
        for state in (answered.comparison.before, answered.comparison.after)
    )
    if before is None or after is None:
        page.heading(referral)
        page.paragraph(_of_one(answered, rows[0]))
        return
    then = "then too" if before.in_the_order == after.in_the_order else f"{after.in_the_order:,} then"
    note = f"{count(before.in_the_order, 'home')} in the order, {then}"
    page.heading(f"{referral}: where could {listed(after.children)} live?", note)
    _first(page, answered, after, rows)
    _homes(page, answered, after, rows)
    _also(page, answered, referral)
    for row in (row for row in rows if row.what in ABOUT):
        _sentences(page, row)


def _of_one(answered: Answered, row: Difference) -> str:
    if row.what == "new_referral":
        return f"The referral would be new; {answered.home(row.to)} would come first."
    return f"The referral would be gone; {answered.home(row.from_)} comes first now."


def _first(page: Page, answered: Answered, after: RankingInShort, rows: Sequence[Difference]) -> None:
    """Write which home comes first, now and then, and which division where they are to be divided."""
    others = [row for row in rows if row.what == "first_option"]
    if not others:
        page.beside("First", f"as now: {answered.home(after.first)}", indent=0, at=AT)
    for row in others:
        page.beside("First", Text(instead(answered, row), "bold"), indent=0, at=AT)
        _because(page, answered, row)
    for row in (row for row in rows if row.what == "first_way"):
        page.beside("Divided", _division(row), indent=0, at=AT)
        _because(page, answered, row)


def _division(row: Difference) -> str:
    """The best way of dividing them: now, then, or at all."""
    if row.to is None:
        return "not any more"
    return str(row.to) if row.from_ is None else f"{row.to}, and not {row.from_}"


def _because(page: Page, answered: Answered, row: Difference, at: int = AT) -> None:
    for line in because(answered, row):
        page.bullet(line, indent=at)


def _homes(page: Page, answered: Answered, after: RankingInShort, rows: Sequence[Difference]) -> None:
    """Write the homes one by one; those that others alone move, and those that stay ruled out, together."""
    rank_of = {option.home: option.rank for option in after.options}
    out = {home for home, rank in rank_of.items() if rank is None}
    by_home: dict[str, list[Difference]] = {}
    for row in rows:
        if row.home is not None:
            by_home.setdefault(row.home, []).append(row)
    moved = [home for home, those in by_home.items() if all(map(_moved_by_others, those))]
    banned = [home for home, those in by_home.items() if home in out and all(row.what in HEADS for row in those)]
    for home, those in by_home.items():
        if home not in {*moved, *banned}:
            _home(page, answered, home, those, rank_of.get(home))
    _moved(page, [row for home in moved for row in by_home[home]])
    if banned:
        page.line()
        page.paragraph(f"Ruled out now and then, and with other points: {listed(banned)}.")


def _moved_by_others(row: Difference) -> bool:
    return row.what == "place" and bool(row.because) and all(cause.what in OTHERS for cause in row.because)


def _home(page: Page, answered: Answered, home: str, rows: Sequence[Difference], rank: int | None) -> None:
    page.line()
    page.paragraph(Text(answered.home(home), "bold"))
    for row in rows:
        stands = f", {place(rank)} in the order" if rank and row.what in {"new_home", "now_an_option"} else ""
        page.row(label(row), f"{from_to(row)}{stands}")
        for line in because(answered, row):
            page.bullet(line, indent=19)


def _moved(page: Page, rows: Sequence[Difference]) -> None:
    """Write the homes that others move, together where the same move them."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        why = "; ".join(cause.because for cause in row.because)
        was, now = (place(rank) if isinstance(rank, int) else "" for rank in (row.from_, row.to))
        groups.setdefault(why, []).append(f"{row.home} ({was} to {now})")
    if groups:
        page.line()
        page.paragraph("Moved by others alone:")
    for why, homes in groups.items():
        said = why.replace("before it", "before them") if len(homes) > 1 else why
        page.bullet(f"{listed(homes)}: {said}")


def _also(page: Page, answered: Answered, referral: str) -> None:
    """Write the homes that are not told one by one, by what is different of them."""
    groups = [also for also in answered.comparison.also if also.referral == referral]
    if groups:
        page.line()
        page.paragraph("And beside these; --json names them all:")
    for also in groups:
        stands = f" (from {_stands(also.from_)} to {_stands(also.to)})" if also.from_ or also.to else ""
        homes = count(len(also.homes), "home")
        page.bullet(f"{homes} {ALSO[also.what]}{stands}: {listed(also.homes, MOST_NAMED)}")


def _stands(word: object) -> str:
    return STANDINGS.get(str(word), "none")


def _sentences(page: Page, row: Difference) -> None:
    page.line()
    page.paragraph(f"{ABOUT[row.what]}:")
    for words, said in (("no more", row.from_), ("new", row.to)):
        for sentence in said if isinstance(said, tuple) else ():
            page.beside(words, sentence, indent=2, at=INDENT + 6)
