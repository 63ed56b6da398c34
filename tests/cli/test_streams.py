"""The output holds what this program writes, and nothing else."""

import os
import subprocess
import sys

import pytest

from tests.cli.running import EXAMPLE, PLAIN, PROGRAM, ROOT

FROM_C = """
import ctypes
from matching.cli.streams import keep_for_ourselves

keep_for_ourselves()
ctypes.CDLL(None).puts(b"from a library")
print("from the program")
"""


@pytest.mark.skipif(os.name == "nt", reason="the C library has no common name there")
def test_what_a_library_prints_of_its_own_goes_to_where_errors_go() -> None:
    """The solver for whole numbers does, now and then: behind an answer as JSON it would make it unreadable."""
    done = subprocess.run([sys.executable, "-c", FROM_C], capture_output=True, check=True, encoding="utf-8")
    assert (done.stdout, done.stderr) == ("from the program\n", "from a library\n")


@pytest.mark.skipif(os.name == "nt", reason="a shell there cannot close it")
@pytest.mark.parametrize("command", ["rank", "plan"])
def test_an_output_that_is_closed_is_said_in_words(command: str) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" >&-', PROGRAM, command, EXAMPLE],
        cwd=ROOT,
        env=os.environ | PLAIN,
        stderr=subprocess.PIPE,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert done.stderr.startswith("The output could not be written: it is closed.")
    assert done.stderr.count("\n") == 1
