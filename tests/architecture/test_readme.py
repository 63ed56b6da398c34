"""The README says what runs: its two commands are the gate's, and every command and page that it names is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL_BLOCKS = re.findall(r"```sh\n(.*?)\n```", README, flags=re.DOTALL)
COMMANDS = sorted(set(re.findall(r"\.venv/bin/matching ([\w-]+)", README)))
LINKS = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]


def test_the_readme_holds_two_set_up_commands():
    assert len(SHELL_BLOCKS) == 2


def test_the_gate_runs_the_readmes_commands_and_no_others():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    said = [line for line in script if line and not line.startswith(("#", "set ", "cd "))]
    assert said == SHELL_BLOCKS


def test_the_first_command_ranks_a_file_that_is_shipped():
    assert (ROOT / shlex.split(SHELL_BLOCKS[0])[-1]).is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_the_readme_names_answers_for_help(command):
    matching = Path(sys.executable).with_name("matching")
    run = subprocess.run([matching, command, "--help"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert command in run.stdout


@pytest.mark.parametrize("target", LINKS)
def test_every_page_that_the_readme_names_is_there(target):
    assert (ROOT / target).exists()
