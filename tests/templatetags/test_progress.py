"""The progress line: proportions, gaps, and the same in words."""

from xml.etree import ElementTree

from django.template import Context, Template

from newsroom.models import Standing
from newsroom.templatetags.progress import GAP, LEAST, in_words, stretches


def drawn(counts, width=""):
    page = Template("{% load progress %}{% meter counts " + str(width) + " %}").render(Context({"counts": counts}))
    return ElementTree.fromstring(page)


def test_a_meter_draws_one_stretch_for_each_standing_in_a_fixed_order():
    svg = drawn({"open": 7, "disputed": 2, "sourced": 18, "split": 1, "opinion": 3, "suspended": 4})
    assert [rect.get("class") for rect in svg] == [
        "sourced",
        "opinion",
        "split",
        "disputed",
        "suspended",
        "open",
    ]


def test_the_meter_says_the_same_in_words():
    svg = drawn({"open": 11, "disputed": 2, "sourced": 18, "split": 0})
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == "31 claims: 18 sourced, 2 disputed, 11 open"
    assert in_words({"open": 1}) == "1 claim: 1 open"


def test_the_numbers_name_what_is_always_told_and_of_the_rest_what_there_is():
    counts = {"sourced": 18, "opinion": 0, "split": 1, "disputed": 0, "suspended": 0, "open": 7}
    page = Template("{% load progress %}<p>{% tally counts %}</p>").render(Context({"counts": counts}))
    said = ["".join(span.itertext()) for span in ElementTree.fromstring(page)]
    assert said == ["18 sourced", "0 opinion", "1 split", "0 disputed", "7 open"]


def test_a_story_without_claims_has_an_empty_meter():
    svg = drawn({})
    assert list(svg) == []
    assert svg.get("aria-label") == "no claims yet"


def test_stretches_are_in_proportion_with_gaps_and_fill_the_width():
    first, second, third = stretches({"sourced": 50, "opinion": 25, "open": 25}, 600)
    assert [name for name, *_ in (first, second, third)] == ["sourced", "opinion", "open"]
    assert first[1] == 0
    assert abs(first[1] + first[2] + GAP - second[1]) < 0.02
    assert abs(third[1] + third[2] - 600) < 0.05
    assert second[2] == third[2]
    assert 1.9 < first[2] / second[2] < 2.1


def test_one_claim_among_hundreds_is_still_seen():
    stretch = {name: length for name, _, length in stretches({"sourced": 999, "disputed": 1}, 240)}
    assert stretch["disputed"] >= LEAST


def test_standings_from_the_database_and_standings_as_words_are_the_same():
    assert stretches({Standing.OPEN: 2}, 100) == stretches({"open": 2}, 100) == [("open", 0.0, 100.0)]


def test_the_meter_is_drawn_for_the_width_it_is_asked_for():
    assert drawn({"open": 1}, 240).get("viewBox") == "0 0 240 8"


def test_the_meter_carries_no_inline_style():
    page = Template("{% load progress %}{% meter counts %}").render(Context({"counts": {"open": 1}}))
    assert "style" not in page
