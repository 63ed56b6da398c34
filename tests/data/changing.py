"""Changes for tests: documents and settings, laid over an ordinary case, and the faults that this finds."""

from typing import Any

from matching.data.changes import Change, change_of, changed_case, settings
from matching.data.document import document
from matching.domain.case import Case
from matching.errors import Fault, InvalidInput
from matching.rules.rulebook import approvers_by_rule
from tests.builders import ordinary
from tests.data.files import as_json

FILE = "change.json"


def a_change(*tables: dict[str, Any], sets: tuple[str, ...] = (), removes: tuple[str, ...] = ()) -> Change:
    """Documents one after another, then what is set, then what is taken out."""
    change = Change(())
    for number, said in enumerate(tables):
        name = FILE if len(tables) == 1 else f"change{number + 1}.json"
        change = change.and_then(change_of(document(as_json(said), name=name, kind="json")))
    return change.and_then(settings(sets, removes))


def changed(case: Case, *tables: dict[str, Any], **more: Any) -> Case:
    """The case with the change over it."""
    return changed_case(case, a_change(*tables, **more), approvers_by_rule())


def in_a_scenario(case: Case, *tables: dict[str, Any]) -> Case:
    """The same where additions start from what is ordinary."""
    entries = {table: ordinary(table) for table in ("child", "referral", "home")}
    return changed_case(case, a_change(*tables), approvers_by_rule(), entries)


def faults(case: Case, *tables: dict[str, Any], **more: Any) -> list[Fault]:
    """Every fault of a change to a case."""
    try:
        changed(case, *tables, **more)
    except InvalidInput as error:
        return list(error.faults)
    return []


def only_fault(case: Case, *tables: dict[str, Any], **more: Any) -> Fault:
    """The one fault of a change."""
    (fault,) = faults(case, *tables, **more)
    return fault
