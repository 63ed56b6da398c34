"""Case files in: one way for TOML and JSON, for plain cases and for scenarios."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from matching.data.belonging import KnownRules
from matching.data.checking import case_of
from matching.data.document import Document, Kind, document
from matching.data.policies import read_policy
from matching.data.scenarios import Scenario, is_scenario, scenario_of
from matching.data.trouble import unreadable
from matching.domain.case import Case, PolicyChoice
from matching.errors import Fault, InvalidInput


@dataclass(frozen=True)
class Loaded:
    """The case that a file holds, and the scenario where the file is one."""

    case: Case
    scenario: Scenario | None = None

    @property
    def filled_from_ordinary(self) -> bool:
        """Whether what the file leaves out was taken from the ordinary entries, and is not unknown."""
        return self.scenario is not None


def parse_case(data: bytes, *, name: str, kind: Kind, known_rules: KnownRules | None = None) -> Case:
    """The case that some bytes hold; raises InvalidInput with every fault in them."""
    return case_of(document(data, name=name, kind=kind), known_rules)


def read_case(path: Path, known_rules: KnownRules | None = None) -> Case:
    """The case that a file holds; raises InvalidInput with every fault in it."""
    return case_of(read(path), known_rules)


def read_scenario(path: Path, known_rules: KnownRules | None = None) -> Scenario:
    """The scenario that a file holds, laid over what is ordinary; raises InvalidInput with every fault in it."""
    return scenario_of(read(path), path, known_rules)


def load(path: Path, known_rules: KnownRules | None = None) -> Loaded:
    """The case of a file of either form; raises InvalidInput with every fault in it and in its policy."""
    said = read(path)
    try:
        if not is_scenario(said):
            return Loaded(case_of(said, known_rules))
        scenario = scenario_of(said, path, known_rules)
    except InvalidInput as error:
        raise InvalidInput([*error.faults, *_of_the_policy(said, path.parent)], error.more) from None
    return Loaded(scenario.case, scenario)


def _of_the_policy(said: Document, beside: Path) -> tuple[Fault, ...]:
    """What is wrong with the policy that a faulty case chooses, so that it is told in the same round."""
    try:
        read_policy(PolicyChoice.model_validate(said.raw.get("policy") or {}), beside=beside)
    except ValidationError:  # the choice itself is wrong, which was told with the case
        return ()
    except InvalidInput as error:
        return error.faults
    return ()


def read(path: Path, what: str = "a case file") -> Document:
    """What a file says, as JSON; raises InvalidInput where it cannot be read. `what` it should hold."""
    data = read_bytes(path, what)
    return document(data, name=path.name, kind=kind_of_file(path, data), what=what)


def read_bytes(path: Path, what: str = "a case file") -> bytes:
    """What a file holds; raises InvalidInput where it cannot be read."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir() or path.is_fifo()):
            raise unreadable(path.name, "", "a device", what, "Give a file.")
        return path.read_bytes()
    except FileNotFoundError:
        raise unreadable(path.name, "", "no such file", what, "Check the path.") from None
    except IsADirectoryError:
        raise unreadable(path.name, "", "a folder", what, "Give a file that is in it.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "a path that is not one"
        raise unreadable(path.name, "", why, "a file that may be read", "Check the path.") from None


def kind_of_file(path: Path, data: bytes) -> Kind:
    """JSON or TOML, by the file's ending, else by its first character."""
    if path.suffix.lower() in {".json", ".toml"}:
        return "json" if path.suffix.lower() == ".json" else "toml"
    return "json" if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{" else "toml"
