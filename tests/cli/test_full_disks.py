"""Where the output cannot be written, a command says so in words and ends with status 2, never with a traceback."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, PLAIN, PROGRAM, ROOT

FULL = Path("/dev/full")
NO_CASE = "no_such_file.json"
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")


def written_to_a_full_disk(*arguments: str, **env: str) -> tuple[int, str]:
    """The status of a command whose output goes nowhere, and what it says on standard error."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [PROGRAM, *arguments],
            cwd=ROOT,
            env=os.environ | PLAIN | env,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            encoding="utf-8",
        )
    return done.returncode, done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["rank", "check"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_answer_that_cannot_be_written_ends_with_2_in_words(command: str, form: list[str], unbuffered: str) -> None:
    status, said = written_to_a_full_disk(command, EXAMPLE, *form, PYTHONUNBUFFERED=unbuffered)
    assert status == 2
    assert said.startswith("The output could not be written: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_refusal_that_cannot_be_written_as_json_does_too(unbuffered: str) -> None:
    status, said = written_to_a_full_disk("rank", NO_CASE, "--json", PYTHONUNBUFFERED=unbuffered)
    assert (status, "Traceback" in said, "could not be written" in said) == (2, False, True)


def test_where_not_even_words_can_be_written_the_status_still_says_it() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [PROGRAM, "rank", NO_CASE], cwd=ROOT, stdout=full, stderr=full, check=False, timeout=60, env=os.environ
        )
    assert done.returncode == 2


def test_a_refusal_as_json_that_nobody_reads_is_as_quiet_as_an_answer() -> None:
    with subprocess.Popen(
        [PROGRAM, "rank", NO_CASE, "--json"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert (running.wait(timeout=60), running.stderr.read()) == (141, b"")
