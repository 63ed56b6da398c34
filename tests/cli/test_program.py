"""The installed program, as a reader runs it: on any terminal, in any encoding, in a pipe."""

import os
import re
import subprocess

import pytest

from tests.cli.running import EXAMPLE, PROGRAM, ROOT, program

COMMANDS = ("rank", "plan", "review", "verify", "check", "rules", "scenarios", "demo", "serve")


def test_help_names_every_command_in_plain_letters() -> None:
    ran = program("--help", PYTHONIOENCODING="ascii")
    assert ran.status == 0
    assert re.findall(r"^  (\w+)  ", ran.out.partition("Commands:")[2], re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_each_command_has_an_example_and_loads_no_engine(command: str) -> None:
    ran = program(command, "--help", PYTHONPROFILEIMPORTTIME="1")
    assert "Example: matching " + command in ran.out
    assert not re.search(r"\| +(polars|numpy|fastapi|matching.engine)$", ran.err, re.MULTILINE)


def test_it_says_its_version() -> None:
    assert re.fullmatch(r"matching \d+\.\d+\.\d+\S*\n", program("--version").out)


def test_it_reads_well_at_80_columns_without_colour() -> None:
    ran = program("rank", EXAMPLE)
    page, _, end = ran.out.partition("To go on")
    assert (ran.status, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert max(map(len, page.splitlines())) <= 80
    assert f"matching rank {EXAMPLE}" in end


@pytest.mark.skipif(os.name == "nt", reason="a pipe ends otherwise there")
def test_a_reader_who_goes_away_is_not_complained_to() -> None:
    with subprocess.Popen(
        [PROGRAM, "rank", EXAMPLE], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.wait(timeout=60) == 141
        assert running.stderr.read() == b""


def test_what_is_put_wrongly_ends_with_2_and_leaves_standard_output_empty() -> None:
    ran = program("rank")
    assert (ran.status, ran.out) == (2, "")
