"""Case files in: one way for TOML and JSON, for plain cases and for scenarios."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from matching.data.belonging import KnownRules
from matching.data.checking import case_of
from matching.data.document import Document, Kind, document
from matching.data.policies import read_policy
from matching.data.reading import read
from matching.data.scenarios import Scenario, is_scenario, scenario_of
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
