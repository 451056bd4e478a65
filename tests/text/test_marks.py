"""Which quotation marks belong together, and which are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.marks import stretches

MARKS = st.text(alphabet=st.sampled_from("\"“”„«»「」‘’' \n.,abs5é"), max_size=60)


def outer(text):
    return [text[s.start : s.end] for s in stretches(text) if s.depth == 0]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("She said “no” and “never”.", ["“no”", "“never”"]),
        ('She said "no" and "never".', ['"no"', '"never"']),
        ("‘We sail,’ he said. ‘Not today.’", ["‘We sail,’", "‘Not today.’"]),
        ("«Oui», dit-elle. « Non », dit-il.", ["«Oui»", "« Non »"]),
        ("»Ja«, sagte sie.", ["»Ja«"]),
        ("„Nein“, sagte er. „Nie”, rzekł.", ["„Nein“", "„Nie”"]),
        ("船長は「出ない」と言った。", ["「出ない」"]),
        ("She said ”no” and left.", ["”no”"]),
        ("Call it “late“ then.", ["“late“"]),
        ('An “open mark closed straight".', ['“open mark closed straight"']),
        ("A ‘single closed straight'.", ["‘single closed straight'"]),
    ],
)
def test_pairs(text, marked):
    assert outer(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "the crew’s ship, the workers’ union and the boys' team",
        "in '08 and the ’90s, rock 'n' roll, d'Artagnan and O’Neil",
        'a 5" pipe and a 12" one, 6\'2" tall, at 51°28\'38"',
        "'Tis late, and ’twas dark",
        'a tag <p id="4" class="wide"> left over',
        "one lost “ mark",
        'one lost ” mark and another " here',
        "nothing between “” and “ . ”",
        "",
    ],
)
def test_no_pairs(text):
    assert outer(text) == []


def test_apostrophes_inside_single_marks():
    assert outer("‘The workers’ union won’t sail,’ he said.") == ["‘The workers’ union won’t sail,’"]
    assert outer("'We don't sail in '08,' he said.") == ["'We don't sail in '08,'"]


def test_inches_inside_straight_marks():
    assert outer('"A 5" pipe," he said, "and 6\'2" of rope."') == ['"A 5" pipe,"', '"and 6\'2" of rope."']


def test_marks_nest():
    text = "“She asked, ‘Was it worth it?'” he said."
    assert [(text[s.start : s.end], s.depth) for s in stretches(text)] == [
        ("“She asked, ‘Was it worth it?'”", 0),
        ("‘Was it worth it?'", 1),
    ]


def test_a_lost_opening_mark_costs_no_other_pair():
    assert outer("“One lost. He said “found” and left.") == ["“found”"]


def test_marks_do_not_pair_across_paragraphs():
    assert outer("One “lost mark.\n\nAnother” here and “this”.") == ["“this”"]


def test_a_quotation_over_several_paragraphs():
    text = "“One day.\n\n“Two days.\n\n“Three.” And “four”."
    found = stretches(text)
    assert [(text[s.start : s.end], s.carries, s.carried) for s in found] == [
        ("“One day.", False, True),
        ("“Two days.", True, True),
        ("“Three.”", True, False),
        ("“four”", False, False),
    ]


def test_lines_of_speech_are_paired_line_by_line():
    assert outer("“One lost mark.\n“Found,” she said.") == ["“One lost mark.", "“Found,”"]


@given(st.one_of(st.text(max_size=60), MARKS))
def test_stretches_nest_and_stay_inside(text):
    found = stretches(text)
    assert found == sorted(found, key=lambda s: (s.start, -s.end))
    for place, one in enumerate(found):
        assert 0 <= one.start < one.end <= len(text)
        for other in found[place + 1 :]:
            assert other.start >= one.end or other.end <= one.end
        assert one.depth == sum(1 for other in found if other.start < one.start and one.end <= other.end)
