"""One home in full: its place, its points, and every finding with the facts that it rests on."""

from rich.text import Text

from matching.cli.answer import Answer
from matching.cli.asked import write_asked
from matching.cli.option_text import write_name, write_points
from matching.cli.owed_text import for_people, owed
from matching.cli.page import Page
from matching.cli.remarks import beside_others, of_whom
from matching.cli.rest import write_before_deciding, write_notes, write_people_decide
from matching.cli.words import OUTCOMES, STYLES
from matching.domain.finding import Finding
from matching.domain.ranking import FactValues, Option, Scalar
from matching.explaining.words import TIERS, approvals, count, day
from matching.facts.fact import CATALOGUE, NEVER

LABEL, AT = 4, 6


def write_homes(page: Page, answer: Answer) -> None:
    """Write the homes that were asked for, each in full."""
    write_asked(page, answer)
    write_people_decide(page, answer)
    write_notes(page, answer)
    write_before_deciding(page, answer)
    in_order = {option.home: option for tier in answer.tiers for option in tier.options}
    for option in answer.ranking.in_full:
        _home(page, answer, in_order.get(option.home, option))


def _home(page: Page, answer: Answer, option: Option) -> None:
    page.heading(TIERS[option.tier] if option.rank else "Ruled out")
    write_name(page, answer, option)
    if option.rank is not None:
        write_points(page, answer, option, full=True)
    for label, text in (*beside_others(answer, option), *owed(answer, option), *for_people(answer, option)):
        page.row(label, text)
    for outcome in OUTCOMES:
        _findings(page, answer, option, outcome)


def _findings(page: Page, answer: Answer, option: Option, outcome: str) -> None:
    findings = [f for f in option.findings if f.outcome == outcome]
    applying, apart = [f for f in findings if f.applies], [f for f in findings if not f.applies]
    if applying:
        _outcome(page, OUTCOMES[outcome], len(applying), STYLES[outcome])
    for finding in applying:
        page.bullet(answer.rule(finding.rule), indent=LABEL)
        page.paragraph(f"{of_whom(finding)}{answer.named(finding.because)}{_approval(finding)}", indent=AT)
        page.beside("rests on", _facts(answer, option, finding), indent=AT, at=AT + len("rests on "), style="dim")
    if apart:
        _outcome(page, "Does not apply", len(apart), STYLES[outcome])
    for finding in apart:
        said = f"{answer.rule(finding.rule)}: {of_whom(finding)}{answer.named(finding.because)}"
        page.bullet(f"{said} ({_facts(answer, option, finding)})", indent=LABEL)


def _outcome(page: Page, name: str, number: int, style: str) -> None:
    page.line()
    page.line(Text(f"  {name}: {count(number, 'rule')}", f"bold {style}"))


def _approval(finding: Finding) -> str:
    by = f" by {day(finding.by)}" if finding.by else ""
    return f". It needs {approvals([finding.approver])}{by}" if finding.approver else ""


def _facts(answer: Answer, option: Option, finding: Finding) -> str:
    """The facts that a finding rests on, in words."""
    values, words = _values(answer, option, finding.child), answer.ranking.words
    return "; ".join(f"{words[name]}: {_shown(name, values[name])}" for name in finding.facts if name in values)


def _values(answer: Answer, option: Option, child: str | None) -> FactValues:
    """Every fact of one child in the home; where the finding is of nobody alone, of the first."""
    ranking = answer.ranking
    who = child or option.children[0]
    of_child = next(c.facts for c in ranking.child_facts if c.child == who)
    of_pair = next(p.facts for p in option.pairings if p.child == who)
    return {**ranking.facts, **of_child, **option.facts, **of_pair}


def _shown(name: str, value: Scalar) -> str:
    if value is None:
        return "not recorded"
    if value == NEVER and name.endswith("_until"):
        return "no end"
    return str(CATALOGUE[name].show(value))
