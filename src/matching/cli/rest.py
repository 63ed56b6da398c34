"""What stands around a ranking: notes and what to record before it; the rules named and how to go on after it."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from matching.cli.answer import Answer
from matching.cli.page import Page
from matching.cli.streams import this_program
from matching.cli.words import in_full
from matching.domain.ranking import Option

RULE_AT = 21
UNSURE = {
    "secondary source": "Taken from a secondary source, not yet from the text.",
    "from memory": "From memory, not yet checked against the text.",
}


def write_notes(page: Page, answer: Answer) -> None:
    """Write what a reader must know before reading on."""
    if answer.notes:
        page.heading("Please note")
    for note in answer.notes:
        page.bullet(note)


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
        page.bullet(f"{whom}{gate.because} {answer.source(gate.id)}")


def write_rules(page: Page, answer: Answer, options: Sequence[Option]) -> None:
    """Write each rule that was named: its title, where it comes from and where that can be read."""
    named = {f.rule for option in options for f in option.findings if f.outcome != "met"}
    groups = (*answer.ranking.beyond, *answer.ranking.ruled_out, *answer.ranking.cannot_place_because)
    named |= {rule for group in groups for rule in group.rules}
    if named:
        page.heading("The rules named here")
    for rule in answer.ranking.rules:
        if rule.id in named:
            said = [f"{rule.title}.", f"{in_full(rule.cites)}.", UNSURE.get(rule.confidence, "")]
            page.beside(rule.id, " ".join(said).rstrip(), indent=0, at=RULE_AT)
            if rule.address:
                page.line(" " * RULE_AT + rule.address)


def write_go_on(page: Page, path: Path, referrals: Sequence[str]) -> None:
    """Write how to see one home in full, the same as data, and how to ask over HTTP."""
    program, file, referral = this_program(), quote(str(path)), referrals[0]
    which = "ID" if len(referrals) > 1 else referral
    page.heading("To go on")
    page.line("One home in full, and the same as data:")
    page.line(f"    {program} rank {file} \\")
    page.line(f"        --referral {which} --home ID")
    page.line(f"    {program} rank {file} --json")
    page.line("As a service, and how to ask it:")
    page.line(f"    {program} serve --case {file}")
    page.line(f"    curl -X POST 'http://127.0.0.1:8000/v1/rank?referral={referral}' \\")
    page.line("        -H 'Content-Type: application/json' -d '{}'")
