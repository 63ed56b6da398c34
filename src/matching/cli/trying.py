"""Trying a change on the case of a file, and writing what would be different as text or JSON."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.cli.opening import Opened, naming, opened
from matching.cli.page import Page
from matching.cli.planning import A_DAY
from matching.cli.progress import doing_on_stderr, shown_on_stderr
from matching.cli.streams import write_line
from matching.cli.tried import Answered
from matching.cli.what_if_text import write_what_if
from matching.data.changes import Change, read_change, settings
from matching.data.ordinary import ordinary_beside
from matching.domain.comparison import Comparison
from matching.errors import Fault, InvalidInput
from matching.explaining.words import count
from matching.what_if import Wanted, try_change


@dataclass(frozen=True)
class Asked:
    """What is asked of a file: which change, for which referrals, and whether of their plan."""

    files: tuple[Path, ...] = ()
    sets: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    named: str | None = None
    referrals: tuple[str, ...] = ()
    as_plan: bool = False
    seconds: float | None = None


def what_if_file(file: Path, asked: Asked, *, as_json: bool = False) -> None:
    """Try a change on the case of a file and write what would be different; InvalidInput before anything is written."""
    if faults := list(_put_wrongly(asked)):
        raise InvalidInput(faults)
    case = opened(file)
    with naming(file):
        comparison = _compared(file, case, asked, _change(case, asked))
    if as_json:
        write_line(comparison.model_dump_json(by_alias=True).encode())
    else:
        write_what_if(Page(), Answered(comparison, case.loaded.case, case.loaded.filled_from_ordinary))


def _compared(file: Path, case: Opened, asked: Asked, change: Change) -> Comparison:
    ordinary = ordinary_beside(file) if case.loaded.filled_from_ordinary else None
    wanted = Wanted(asked.referrals, asked.as_plan, asked.seconds, shown_on_stderr)
    number = count(len(asked.referrals or case.loaded.case.referrals), "referral")
    if not asked.as_plan:
        return try_change(case.engine, change, wanted, beside=file.parent, ordinary=ordinary)
    with doing_on_stderr(f"Planning twice for {number}"):
        return try_change(case.engine, change, wanted, beside=file.parent, ordinary=ordinary)


def _change(case: Opened, asked: Asked) -> Change:
    """The what-if of the scenario that is named, then the files, then what the command line sets and takes out."""
    change, faults = Change(()), list[Fault]()
    if asked.named is not None:
        known = case.loaded.scenario.what_if if case.loaded.scenario else {}
        if asked.named in known:
            change = known[asked.named].change
        else:
            expected = f"one of: {', '.join(known)}" if known else "the name of a what-if, and the file has none"
            faults.append(Fault("", "what_if", asked.named, "", asked.named, expected, "Correct the name."))
    for path in asked.files:
        try:
            change = change.and_then(read_change(path))
        except InvalidInput as error:
            faults += error.faults
    if faults:
        raise InvalidInput(faults)
    return change.and_then(settings(asked.sets, asked.removes))


def _put_wrongly(asked: Asked) -> Iterator[Fault]:
    """What is wrong with the command itself."""
    if not (asked.files or asked.sets or asked.removes or asked.named):
        expected = "a file with a change, --set, --remove or --named"
        yield _of_the_command("CHANGE", "nothing", expected, "Say what would be otherwise.")
    for referral, times in Counter(asked.referrals).items():
        if times > 1:
            found = f"{referral} {times} times"
            yield _of_the_command("--referral", found, "each referral once", "Name each referral once.")
    if asked.seconds is not None and not asked.as_plan:
        yield _of_the_command("--seconds", f"{asked.seconds:g}", "--plan with it", "Add --plan, or leave it out.")
    if asked.seconds is not None and not 0 < asked.seconds <= A_DAY:
        expected = f"more than 0 seconds and at most {A_DAY:,}"
        yield _of_the_command("--seconds", f"{asked.seconds:g}", expected, "Correct it, or leave it out.")


def _of_the_command(option: str, found: str, expected: str, remedy: str) -> Fault:
    return Fault("", "command", "", option, found, expected, remedy)
