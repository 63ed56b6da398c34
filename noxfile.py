"""The one gate: `nox` runs it all, a session name runs one part. The tools are those of the locked environment."""

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "types", "layers", "tests"]


@nox.session
def lint(session: nox.Session) -> None:
    """Style and common mistakes."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.run("mypy")


@nox.session
def layers(session: nox.Session) -> None:
    """Imports run one way."""
    session.run("lint-imports")


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, on all cores; `nox -s tests -- PATH` runs some of them."""
    session.run("pytest", "-n", "auto", *(session.posargs or []))


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Speed and memory beside a peer, in one run."""
    session.run("python", "benchmarks/geography.py")
    session.run("python", "benchmarks/rank.py", *session.posargs)
    session.run("python", "benchmarks/authority.py")
    session.run("python", "benchmarks/authority_panel.py")
    session.run("python", "benchmarks/sureness.py")
    session.run("python", "benchmarks/why.py")
    session.run("python", "benchmarks/what_if.py")
    session.run("python", "benchmarks/plan.py")
    session.run("python", "benchmarks/service.py")
    session.run("python", "benchmarks/reviews.py")


@nox.session
def nightly(session: nox.Session) -> None:
    """Thousands of made-up cases for every property."""
    session.run("pytest", "-n", "auto", "tests/properties", env={"HYPOTHESIS_PROFILE": "nightly"})
