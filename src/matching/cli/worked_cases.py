"""Running worked cases: a line each, what was expected where it did not come out, and how many hold."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from matching.cli.endings import UNMET, WRONG_INPUT, as_data, lines_of
from matching.cli.opening import naming
from matching.cli.page import Page
from matching.cli.streams import write_json
from matching.data.ordinary import shipped
from matching.errors import Fault, InvalidInput
from matching.expectations import Checked, check, scenarios_in
from matching.explaining.words import count, listed

SAID = {"holds": "holds", "fails": "does not hold", "wrong": "cannot be read"}
AT = 16


@dataclass(frozen=True)
class Run:
    """A worked case that was run, or one that could not be read."""

    path: Path
    checked: Checked | None = None
    wrong: InvalidInput | None = None

    @property
    def status(self) -> str:
        """How it came out, in a word."""
        if self.checked is None:
            return "wrong"
        return "fails" if self.checked.unmet else "holds"


def run_scenarios(path: Path | None, *, as_json: bool) -> None:
    """Run the scenarios of a path, and end with the status of the contract."""
    runs = [_run(file) for file in _files(path)]
    if as_json:
        write_json(_as_data(runs))
    else:
        _write(Page(), runs)
    statuses = {run.status for run in runs}
    if "wrong" in statuses:
        raise typer.Exit(WRONG_INPUT)
    if "fails" in statuses:
        raise typer.Exit(UNMET)


def _files(path: Path | None) -> Sequence[Path]:
    folder = shipped().parent if path is None else path
    files = scenarios_in(folder) if folder.exists() else []
    if not files:
        found = "no scenario in it" if folder.exists() else "nothing there"
        fault = Fault(str(folder), "", "", "", found, "a scenario, or a folder of them", "Check the path.")
        raise InvalidInput([fault])
    return files


def _run(file: Path) -> Run:
    try:
        with naming(file):
            return Run(file, checked=check(file))
    except InvalidInput as wrong:
        return Run(file, wrong=wrong)


def _write(page: Page, runs: Sequence[Run]) -> None:
    for run in runs:
        page.beside(SAID[run.status], _named(run), indent=0, at=AT)
        for line in _why(run):
            page.bullet(line, indent=AT)
    page.line()
    page.paragraph(_total(runs))


def _named(run: Run) -> str:
    return (run.checked.title if run.checked else None) or run.path.name


def _why(run: Run) -> list[str]:
    """What did not come out, or what is wrong in the file."""
    if run.wrong is not None:
        return lines_of(run.wrong)
    return [str(line) for line in run.checked.unmet] if run.checked else []


def _total(runs: Sequence[Run]) -> str:
    """How many there are, and how many of each kind."""
    number = Counter(run.status for run in runs)
    said = [count(number["holds"], "holds", "hold"), f"{count(number['fails'], 'does', 'do')} not"]
    said += [f"{number['wrong']:,} cannot be read"] if number["wrong"] else []
    return f"{count(len(runs), 'scenario')}: {listed(said)}."


def _as_data(runs: Sequence[Run]) -> dict[str, object]:
    number = Counter(run.status for run in runs)
    return {
        "scenarios": [_run_as_data(run) for run in runs],
        "hold": number["holds"],
        "do_not_hold": number["fails"],
        "cannot_be_read": number["wrong"],
    }


def _run_as_data(run: Run) -> dict[str, object]:
    if run.checked is None:
        return {"path": str(run.path), "status": run.status, **(as_data(run.wrong) if run.wrong else {})}
    return {
        "path": str(run.path),
        "status": run.status,
        "title": run.checked.title,
        "source": run.checked.source,
        "unmet": [str(line) for line in run.checked.unmet],
    }
