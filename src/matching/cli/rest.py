"""What stands around a ranking: notes and what to record before it; the rules named and how to go on after it."""

import re
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from matching.cli.answer import Answer
from matching.cli.page import Page
from matching.cli.streams import this_program
from matching.cli.words import cited, in_full
from matching.domain.ranking import Option, RuleCited
from matching.explaining.words import listed

RULE_AT = 21
MOST_NAMED = 10
NOT_COUNTED = re.compile(r"The (?P<kind>approval|refusal) (?P<what>.+?) does not count: (?P<why>.+?)\.?")
UNSURE = {
    "secondary source": "Taken from a secondary source, not yet from the text.",
    "from memory": "From memory, not yet checked against the text.",
}


def write_notes(page: Page, answer: Answer, *, full: bool = False) -> None:
    """Write what a reader must know; of many approvals that do not count for one reason, that reason once."""
    if answer.notes:
        page.heading("Please note")
    for note in answer.notes if full else together(answer.notes):
        page.bullet(note)


def together(notes: Sequence[str]) -> list[str]:
    """Notes as they are, but that several approvals, or refusals, that do not count for one reason are one note."""
    alike: dict[str, list[str]] = {}
    for note in notes:
        said = NOT_COUNTED.fullmatch(note)
        alike.setdefault(f"{said['kind']}: {said['why']}" if said else note, []).append(note)
    return [several[0] if len(several) == 1 else _not_counted(several) for several in alike.values()]


def _not_counted(notes: Sequence[str]) -> str:
    """Several approvals that do not count for one reason."""
    said = [match for note in notes if (match := NOT_COUNTED.fullmatch(note))]
    if not said:  # the same note several times
        return notes[0]
    what = listed(dict.fromkeys(match["what"] for match in said), MOST_NAMED)
    return f"{len(said):,} {said[0]['kind']}s do not count. Of each: {said[0]['why']} ({what})."


def write_people_decide(page: Page, answer: Answer) -> None:
    """Write of which children people decide, and no list."""
    if answer.ranking.people_decide:
        page.heading("People decide this, not the list")
    for said in answer.ranking.people_decide:
        page.bullet(said)


def write_before_deciding(page: Page, answer: Answer) -> None:
    """Write what must be recorded before anybody decides."""
    if answer.ranking.before_deciding:
        page.heading("Before anybody decides")
    for gate in answer.ranking.before_deciding:
        whom = f"{gate.child}: " if gate.child and len(answer.children) > 1 else ""
        page.bullet(f"{whom}{answer.named(gate.because)} {answer.source(gate.id)}")


def write_rules(page: Page, answer: Answer, options: Sequence[Option], *, full: bool = False) -> None:
    """Write each rule that was named: its title and where it comes from; in full also where that can be read."""
    named = {f.rule for option in options for f in option.findings if f.outcome != "met"}
    groups = (*answer.ranking.beyond, *answer.ranking.ruled_out, *answer.ranking.cannot_place_because)
    named |= {rule for group in groups for rule in group.rules}
    if named:
        page.heading("The rules named here", "" if full else "matching rules ID shows one whole")
    for rule in answer.ranking.rules:
        if rule.id in named:
            _rule(page, rule, full=full)


def _rule(page: Page, rule: RuleCited, *, full: bool) -> None:
    if full:
        said = [f"{rule.title}.", f"{in_full(rule.cites)}.", UNSURE.get(rule.confidence, "")]
        page.beside(rule.id, " ".join(said).rstrip(), indent=0, at=RULE_AT)
        if rule.address:
            page.line(" " * RULE_AT + rule.address)
        return
    unsure = f" ({rule.confidence})" if rule.confidence in UNSURE else ""
    page.beside(rule.id, f"{rule.title}: {cited(rule.cites)}{unsure}", indent=0, at=RULE_AT)


def write_go_on(page: Page, path: Path, referrals: Sequence[str]) -> None:
    """Write how to see one home in full, the same as data, and how to ask over HTTP."""
    program, file, referral = this_program(), quote(str(path)), referrals[0]
    which = "ID" if len(referrals) > 1 else referral
    page.heading("To go on")
    page.line("One home in full, and the same as data:")
    page.line(f"    {program} rank {file} \\")
    page.line(f"        --referral {which} --home ID")
    page.line(f"    {program} rank {file} --json")
    page.line("Every home at length, and every referral into a folder, with tables:")
    page.line(f"    {program} rank {file} --full")
    page.line(f"    {program} rank {file} --all --out FOLDER")
    page.line("As a service, and how to ask it:")
    page.line(f"    {program} serve --case {file}")
    page.line(f"    curl -X POST 'http://127.0.0.1:8000/v1/rank?referral={referral}' \\")
    page.line("        -H 'Content-Type: application/json' -d '{}'")
