"""The command line for tests: inside this process, and as a reader runs it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from matching.cli.main import app
from tests.data.files import as_json, home, tables

ROOT = Path(__file__).parents[2]
EXAMPLE = "scenarios/amy_needs_a_home_near_her_school.toml"
PROGRAM = Path(sys.executable).parent / ("matching.exe" if os.name == "nt" else "matching")
PLAIN = {"COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb"}
AGENCY_TERMS = {"age_min": 0, "age_max": 17, "sex": "any", "max_children": 3}


class Ran(NamedTuple):
    """What a command wrote, and the status it ended with."""

    status: int
    out: str
    err: str
    raw: bytes = b""

    @property
    def line(self) -> str:
        """All that was written for people as one line, so that a sentence is found wherever it was wrapped."""
        return " ".join(self.out.split())


def matching(*arguments: str | Path, charset: str = "utf-8", **env: str) -> Ran:
    """Run a command in this process, on a terminal of some encoding."""
    done = CliRunner(charset).invoke(app, [str(a) for a in arguments], env=PLAIN | env)
    return Ran(done.exit_code, done.stdout, done.stderr, done.stdout_bytes)


def program(*arguments: str | Path, cwd: Path = ROOT, **env: str) -> Ran:
    """Run the installed program, as a reader does."""
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | PLAIN | env,
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def case_file(folder: Path, **changes: Any) -> Path:
    """An ordinary case in a file, save for the tables that are named."""
    file = folder / "case.json"
    file.write_bytes(as_json(tables(**changes)))
    return file


def agency_home(**changes: Any) -> dict[str, Any]:
    """A home of agency carers, who were not asked yet."""
    approval = {"status": "active", "approved_by": "acorn", "terms": AGENCY_TERMS, "agreement_signed": "2020-05-01"}
    return home(id="elm", run_by="agency", approval=approval) | changes


def flat(**changes: Any) -> dict[str, Any]:
    """Supported accommodation, where nobody of eleven may live."""
    facts = home(id="flat", kind="supported_accommodation", run_by="private")
    del facts["approval"]
    return facts | {"registration": {"status": "registered"}} | changes


def unbroken(text: str) -> str:
    """Text as one line."""
    return " ".join(text.split())
