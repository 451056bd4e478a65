"""Where a sentence ends, and where it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.sentences import sentences

TRICKY = st.lists(
    st.sampled_from(
        ["Mr.", "U.S.", "“", "”", "‘", "’", '"', " ", "\n\n", "\n", "a", "The", ".", "?", "!", "…", "5", "。"]
    )
).map("".join)


def split(text):
    return [text[start:end] for start, end in sentences(text)]


# One bar where a sentence ends.
@pytest.mark.parametrize(
    "marked",
    [
        "The ferry sank.|Nobody drowned.",
        "Dr. Mara Lind and Mr. O’Dell met Gov. Ivo Brandt.|They left.",
        "U.S. Ambassador Jon Falk came.|He left.",
        "She moved to the U.S.|Her brother stayed.",
        "It sailed at 9 a.m. Monday and at 11 p.m. Tuesday.|It was late.",
        "It closed at 5 p.m.|The crowd went home.",
        "J.K. Holm and R. T. Vane signed it.|The mayor did not.",
        "Acme Inc. said so.|Holm Bros. Ltd., however, did not.",
        "It rose 3.5 percent to 2,140.75 crowns.|That is much.",
        "See Fig. 3 and No. 7 of Vol. II for it.|Both changed.",
        "On Jan. 6 it rained.|On Feb. 7 it snowed.",
        "“Are you sure?” Ms. Lind asked the council.|No one spoke.",
        "“Out!” the captain shouted.|They went.",
        "He asked, “Why now?”|Nobody spoke.",
        "“It is over,” she said.|“We go home now.”",
        "“No,” he said.|“no comment.”",
        "“Mr. Mayor,” she said, “you were wrong.”|He was silent.",
        "‘We are not for sale,’ Lind said.|‘Not at any price.’",
        "The minister called it “a disgrace.”|The mayor agreed.",
        "(The port did not reply.)|The bank did.",
        "“I don’t know . . . maybe,” she said.|Then she laughed.",
        "The band Tides! will play on Friday.",
        "Item 1. The council approves the budget.",
        "The case is Lind v. Holm.|It was heard in 1973.",
        "He left…|She stayed.",
        "He waited … and stayed.",
        "Visit www.example.org for it.|It opens at noon.",
        "Пором запізнився.|Капітан мовчав.",
        "船は遅れた。|船長は「出ない。待て」と言った。",
        "यह देर से आया।|वह चुप रहा।",
        "No stop at the end",
    ],
)
def test_splitting(marked):
    assert split(marked.replace("|", " ")) == marked.split("|")


def test_a_blank_line_always_ends_a_sentence():
    assert split("A heading\n\nThe “text\n\ngoes on.") == ["A heading", "The “text", "goes on."]


def test_a_line_feed_alone_does_not():
    assert split("The ferry\nsank.\nNobody drowned.") == ["The ferry\nsank.", "Nobody drowned."]


def test_list_items_are_sentences():
    assert split("We need:\n- rope\n- tar") == ["We need:", "- rope", "- tar"]


def test_inside_a_quotation_only_long_parts_are_split():
    assert split("“No. Never,” said Lind.") == ["“No. Never,” said Lind."]
    assert split("“The hull is forty years old. It leaks in a dozen places,” said Lind.") == [
        "“The hull is forty years old.",
        "It leaks in a dozen places,” said Lind.",
    ]


@given(st.one_of(st.text(), TRICKY))
def test_sentences_are_in_order_and_leave_out_white_space_only(text):
    position = 0
    for start, end in sentences(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        position = end
    assert not text[position:].strip()
