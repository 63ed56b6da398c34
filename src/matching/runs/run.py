"""A run in its folder: begun or gone on with, carried out, and ended; a finished one is not worked out again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from matching.errors import MatchingError
from matching.runs.files import are_whole, file_in, write_files
from matching.runs.lock import alone_in
from matching.runs.parts import PARTS, Parts, Say
from matching.runs.question import Question
from matching.runs.record import RECORD, Record, State, record_in
from matching.runs.refusing import INPUTS, RESULTS, no_folder, refuse_another, refuse_what_is_not_a_run
from matching.runs.writing import NO_ROOM, make_folder, remove, sweep

Keep = Callable[[str, Callable[[], bytes]], bytes]
"""The bytes of a part of that name: those that were kept, else what the work gives, kept from now on."""

Work = Callable[[Keep], Iterable[tuple[str, bytes]]]
"""What a run does: it keeps parts as it goes, and gives the files of its answer."""


class Run:
    """A run in a folder in which nobody else works."""

    def __init__(self, folder: Path, record: Record, say: Say) -> None:
        self.folder = folder
        self.record = record
        self.say = say
        self.parts = Parts(folder, record.id, say)

    def carry_out(self, work: Work) -> bool:
        """Do what is left of the work, and put the results there; False where they were there already.

        What is raised on the way is said in the record; where the process is only stopped, the record stays begun.
        """
        if self._is_done():
            return False
        self._become(State.BEGUN)
        try:
            results = write_files(self.folder / RESULTS, work(self.parts.keep))
        except Exception as error:
            with suppress(OSError):
                self._tidy()
            with suppress(OSError):
                self.end(State.FAILED, _words(error))
            raise
        self._become(State.DONE, parts=self.parts.hashes(), results=results)
        return True

    def end(self, state: State, words: str = "") -> None:
        """Say that nobody works at it any more, and why."""
        self._become(state, words, parts=self.parts.hashes())

    def result(self, name: str) -> bytes | None:
        """One of the files of the answer; None where there is none such, or it is damaged."""
        return file_in(self.folder / RESULTS, name, self.record.results)

    def _tidy(self) -> None:
        """Take away what is not whole: it may be what left no room to say why."""
        sweep(self.folder)
        self.parts.tidy()

    def _is_done(self) -> bool:
        if self.record.state is not State.DONE:
            return False
        if are_whole(self.folder / RESULTS, self.record.results):
            return True
        self.say("The results were damaged: they are made again.")
        return False

    def _become(self, state: State, words: str = "", **ends: dict[str, str]) -> None:
        said = {"state": state, "words": words, "parts": {}, "results": {}} | ends
        self.record = self.record.model_copy(update=said)
        self.record.write(self.folder)


def _words(error: Exception) -> str:
    """Why it failed; of what nobody foresaw only its kind, since its words may hold a fact."""
    if isinstance(error, MatchingError):
        return f"{error.message[:1].upper()}{error.message[1:]}. {error.remedy}"
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return "There was no room to keep it. Make room on that disk; asked for again, it goes on where it was."
    return f"Something went wrong that was not expected ({type(error).__name__})."


def silent(_: str) -> None:
    """Tell nobody."""


@contextmanager
def opened(folder: Path, question: Question, *, afresh: bool = False, say: Say = silent) -> Iterator[Run]:
    """The run of a question in a folder: a new one, or the one that is there; nobody else works there meanwhile.

    InvalidInput where something else stands there, where it is the run of another question (unless it is begun
    `afresh`, without what is there), or where another process works there. `say` is told what was damaged.
    """
    refuse_what_is_not_a_run(folder, afresh=afresh)
    try:
        make_folder(folder)
    except OSError as error:
        raise no_folder(folder, error) from None
    with alone_in(folder):
        refuse_what_is_not_a_run(folder, afresh=afresh)
        if afresh:
            _clear(folder)
        yield _begun(folder, question, say)


def _begun(folder: Path, question: Question, say: Say) -> Run:
    found = record_in(folder)
    if found is not None:
        refuse_another(folder, found, question)
    record = found or Record.of(question)
    if found is None:
        record.write(folder)
    sweep(folder)
    if not (folder / INPUTS).is_dir() or not are_whole(folder / INPUTS, record.inputs):
        write_files(folder / INPUTS, question.inputs.items())
    run = Run(folder, record, say)
    run.parts.tidy()
    return run


def _clear(folder: Path) -> None:
    """Take an earlier run away; its record last, so that a folder cleared by half is still known to be one."""
    for name in (PARTS, RESULTS, INPUTS, RECORD):
        remove(folder / name)
