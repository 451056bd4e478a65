"""What a desk wants looked at, class by class, and what holds for any text whatever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.coverage import CLASSES, tokens

WORDS = ("Mara Lind", "NATO", "one ", "third ", "May ", "3 May", "first ", "in ", "1990s", "2 a.m. ")
PIECES = st.sampled_from([*"“”‘’\"' \n.,:$€%-–½5é。\u200d\ud800", *WORDS])
ANY = st.one_of(st.text(), st.lists(PIECES).map("".join))


def words(kind: str, text: str, language: str = "en") -> list[str]:
    return [text[token.start : token.end] for token in tokens(text, language=language) if token.kind == kind]


# Between bars stands what is found, and nothing else is.
@pytest.mark.parametrize(
    "marked",
    [
        "It cost |£1.2 million|, |40 per cent| more, for |12,000| people.",
        "|Forty| boats, |twenty-one| crews, |two and a half| miles, a |third| of it.",
        "|One in five|".replace("One in five", "One")
        + " in |five| went. No one stayed, and the one who had come left.",
        "A score of |3–2|, flight |714|, |5%|, |½| litre, the |21st| lap, |$3bn| and |10,000|-strong.",
        "It |doubled| and then |tripled|; |dozens| saw it |twice|.",
        "Every second counts, |56| seconds, but the |second| attempt failed.",
        "|Two hundred and six| of them, |three|, and |four|.",
        "A couple sat there; a |couple| of |hundred| stood.",
    ],
)
def test_numbers(marked: str) -> None:
    assert words("number", marked.replace("|", "")) == marked.split("|")[1::2]


@pytest.mark.parametrize(
    "marked",
    [
        "On |3 June| and on |June 4th, 2027|, |Tuesday morning|, at |9:30| or |5 p.m.|, he may march.",
        "The |1990s|, the |’80s|, the |19th century|, |1927|, |2015–16| and |in May|".replace("|in May|", "in |May|"),
        "It closes |this summer|, before |Easter|; |last week| it rained. |Two years ago| too, |overnight|.",
        "From |12 to 14 May| and since |March| it stood at |half past four|.",
        "She sold 1,927 of 2000.5 and paid $2015.",
        "By |2026-11-22|, by |1/2/2026|, by |noon| and by |tomorrow night|.",
        "In the |autumn| of |2028|, or |late| October".replace("|late| October", "late |October|"),
    ],
)
def test_dates(marked: str) -> None:
    assert words("date", marked.replace("|", "")) == marked.split("|")[1::2]


def test_a_figure_of_a_date_is_no_number_of_its_own_and_a_month_no_name() -> None:
    text = "On 3 June 2027 Mara Lind paid 40 crowns in May."
    assert words("number", text) == ["40"]
    assert words("name", text) == ["Mara Lind"]


@pytest.mark.parametrize(
    "marked",
    [
        "The |Halden| ferry, |Dr. Mara Lind| and |J.K. Holm| of |Saint-Orl|.",
        "|Lind| said so. Yesterday |Lind|’s boat sank.",
        "|Volmer|’s boat sank.",
        "|Petherick| says no. Complaints about it rose. Nobody has called.",
        "“Teenagers walk in,” said |Ilse van der Berg|. “|NATO| does not.”",
        "Ferry company |Larkline| paid. Ferry fares rose. On Monday it rained in |Ostrand|. I’m here, I said.",
        "Passengers waited. |Lindhof Estates| did not answer.",
        "By |Jonas Vale|, |Staff Writer|",
    ],
)
def test_names(marked: str) -> None:
    assert words("name", marked.replace("|", "")) == marked.split("|")[1::2]


def test_a_heading_in_capitals_names_whom_the_story_names() -> None:
    text = "Ferry Of Mara Lind Finally Sinks Near Holm\n\nIn Ostrand the ferry of Mara Lind sank."
    assert words("name", text) == ["Mara Lind", "Ostrand", "Mara Lind"]


def test_german_has_capitals_for_every_noun() -> None:
    text = "Der Hafen gehört Mara Lind und der NATO."
    assert words("name", text, "de-AT") == ["Mara Lind", "NATO"]
    assert words("name", text)[0] == "Der Hafen"


def test_superlatives_and_exclusives() -> None:
    text = "The first and only ferry, the ugliest in the west, never ran last week. No one and nobody rode it most."
    text += " It cost at least 40 crowns at first, and in Budarest at the latest."
    assert words("superlative", text) == ["first", "only", "ugliest", "never", "No one", "nobody", "most"]


def test_quotations_nest_and_sentences_hold_a_word() -> None:
    text = "“Are you ‘sure’ of it?” she asked.\n\n***\n\nHe was."
    assert words("quotation", text) == ["“Are you ‘sure’ of it?”", "‘sure’"]
    assert words("sentence", text) == ["“Are you ‘sure’ of it?” she asked.", "He was."]


@given(ANY)
def test_tokens_of_any_text_are_in_order_and_apart(text: str) -> None:
    found = tokens(text)
    assert found == sorted(found, key=lambda token: (token.start, -token.end))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(any(map(str.isalnum, text[token.start : token.end])) for token in found)
    for kind in set(CLASSES) - {"quotation"}:
        ends = [token.end for token in found if token.kind == kind]
        assert all(
            end <= token.start for end, token in zip(ends, [t for t in found if t.kind == kind][1:], strict=False)
        )


@pytest.mark.parametrize(
    "text", ["1" * 10**6, "A" * 10**6, "a" * 10**6, "“" * 10**5, "1,2 May-" * 10**5, "One Two " * 10**5, "'" * 10**5]
)
def test_long_nonsense_does_no_harm(text: str) -> None:
    assert all(token.end <= len(text) for token in tokens(text))
