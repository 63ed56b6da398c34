"""The pack read back: tagged, in words that anybody recorded as they are, and everybody in it."""

import io
import unicodedata

import pytest
from pypdf import PdfReader

from matching.reporting.glyphs import NARROW, WIDE, shown
from matching.reporting.pack import pack
from tests.reporting.reviews import EMOJI, NASTY, a_child, a_suggestion, due_for, empty, rich

IN_ARABIC = NASTY[-1]


@pytest.fixture(scope="module")
def paper() -> PdfReader:
    return PdfReader(io.BytesIO(pack(rich())))


@pytest.fixture(scope="module")
def text(paper: PdfReader) -> str:
    return one_line(paper)


def one_line(paper: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in paper.pages).split())


def of_one(**said: object) -> PdfReader:
    """The pack of a review of one child."""
    child = a_child("one", "explore", suggested=a_suggestion(), **said)
    lists = {"explore": (child,), "unlawful_now": (), "keep": (), "cannot_assess": (), "people_decide": ()}
    return PdfReader(io.BytesIO(pack(rich().model_copy(update=lists | {"due": (due_for(child),)}))))


def test_it_is_tagged_and_says_its_language_and_title(paper):
    root = paper.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.metadata is not None
    assert paper.metadata.title == "Review of children placed outside the area, 1 December 2026"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_each_drawing_is_told_in_words(paper):
    told = [words for words in alternatives(paper.trailer["/Root"]["/StructTreeRoot"]) if "Today:" in words]
    assert len(told) == 3
    assert "Outside the area 19" in told[0]


def alternatives(of: object) -> list[str]:
    """Every text alternative in the tree of tags."""
    node = of.get_object() if hasattr(of, "get_object") else of
    if isinstance(node, list):
        return [words for each in node for words in alternatives(each)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (alternatives(node["/K"]) if "/K" in node else [])


def test_the_first_page_says_who_decides_what_was_found_and_who_is_first(paper):
    first = " ".join(paper.pages[0].extract_text().split())
    for words in (
        "The engine proposes; people decide.",
        "Everybody in this case is made up.",
        "Nothing here says that a child is to be moved.",
        "nobody has agreed it yet",
        "kit (15) and lou (12)",
        "Children who are 18 before the next review: 1",
        "Children for whom a search is under way: 1",
        "Homes that are closed, or that a rule forbids today: 2",
        "Children due since a day that is past already: 0",
        "page",
    ):
        assert words in first
    assert "If everything suggested were taken up" not in first
    assert "Proven:" not in first
    assert "0123456789ab" not in first


def test_the_second_page_draws_what_would_be(paper):
    assert "If everything suggested were taken up" in " ".join(paper.pages[1].extract_text().split())


def test_the_last_part_says_what_is_proven_and_what_is_not_is_said_first(paper):
    last = " ".join(paper.pages[-1].extract_text().split())
    assert "Proven:" in last
    assert "Facts 0123456789ab" in last
    unsure = rich().model_copy(update={"proven": False, "bound": "of the children with a home, one more may be"})
    first = " ".join(PdfReader(io.BytesIO(pack(unsure))).pages[0].extract_text().split())
    assert "Another set of suggestions may be better: the search ended before it could tell" in first


def test_everybody_is_in_it(text):
    review = rich()
    for each in (*review.unlawful_now, *review.explore):
        assert f"{each.child}, aged {each.age} Wishes" in text
    for each in (*review.keep, *review.cannot_assess):
        assert f"{each.child}, aged {each.age}" in text
    assert "is deprived of liberty by an order of the court" in text


def test_what_a_panel_asks_of_a_child_is_there(text):
    for words in (
        "Wishes not recorded: ask the child",
        "Asked on 1 October 2026",
        "no rule asks for one, as far as is recorded; nobody has been asked yet",
        "it is not recorded which of family and friends were asked [CA89-22C-7A]",
        "If a step is not agreed, nobody after it goes.",
        "Still to be approved today: with a parent of a child in care [CPPCR-17]",
        "To ask the fostering service: 1 child",
        "5 homes in the area with a bed free since then: h1, h2, h3 and 2 more",
        "a rule forbids it; suitability 51 (45 to 57)",
        "Forbidden by",
        "Elm Cottage (elm), foster carers (in-house foster carers); 6.1 miles",
        "the nominated officer's approval by 4 January 2027 [CPPCR-11-1A]",
        "an approval for amy; by whom is not recorded",
        "waits for another child (chain 1)",
        "Ash Farm (ash): suggested for another child",
        "yew: a bed is kept free for new referrals",
        "kit could leave Gull Lodge (gull) for Elm Cottage (elm), not before 22 December 2026, once step 1 is done",
        "behaviour: high (3 of 4)",
        "has special guardianship been thought of?",
        "Compared with the review of 1 June 2026.",
        "Care Standards Act 2000 s.13",
    ):
        assert words in text


@pytest.mark.parametrize("words", [words for words in NASTY if words != IN_ARABIC])
def test_what_somebody_recorded_comes_out_as_it_is(text, words):
    assert f"Wishes {' '.join(words.split())}" in text


def test_letters_from_right_to_left_are_shown():
    assert set(IN_ARABIC.replace(" ", "")) <= set(unicodedata.normalize("NFKC", one_line(of_one(wishes=IN_ARABIC))))


def test_what_no_font_has_is_named(text):
    assert "happy [grinning face" in text
    assert "[Bengali letters, in review.xlsx]" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("a\x00b\u202ec", "abc", id="what only steers is dropped"),
        pytest.param("one\ntwo\tthree", "one two three", id="lines become spaces"),
        pytest.param("W\u0302yn", "Ŵyn", id="letters are composed"),
        pytest.param("x" * 70, "\u200b".join(["x" * 30, "x" * 30, "x" * 10]), id="a long run can break"),
        pytest.param("中文 and a", "[Cjk letters, in review.xlsx] and a", id="another script"),
    ],
)
def test_letters_are_made_ready_for_paper(words, said):
    assert shown(words) == said


@pytest.mark.parametrize("ranges", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_fonts_have_every_letter_that_is_let_through(ranges):
    letters = [chr(code) for first, last in ranges for code in range(first, last + 1)]
    some = [letter for letter in letters if unicodedata.category(letter)[0] in "LNPS"]
    said = one_line(of_one(wishes=" ".join(some)))
    assert some[-1] in said
    assert "letters, in review.xlsx" not in said


def test_words_that_fill_pages_break_over_them():
    pages = [" ".join(page.extract_text().split()) for page in of_one(wishes=f"first {'so on ' * 2_500} last").pages]
    begins = next(k for k, page in enumerate(pages) if "Wishes first" in page)
    ends = next(k for k, page in enumerate(pages) if "last Asked on" in page)
    assert ends - begins == 2


def test_a_review_of_nobody_has_a_pack():
    said = one_line(PdfReader(io.BytesIO(pack(empty()))))
    assert "Nobody." in said
    assert "No earlier review was given to compare with." in said


def test_signs_are_never_left_out_in_silence():
    assert "[" in shown(EMOJI)
