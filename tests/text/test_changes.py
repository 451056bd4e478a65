"""Whether an edit says something else, and which words do."""

import pytest

from newsroom.text.changes import listed_language, material, reads_english
from newsroom.text.changes.figures import number_at
from newsroom.text.changes.spelling import spelling
from newsroom.text.tokens import tokens
from tests.text.labelled import KEEPING, SUSPENDING
from tests.text.revise import COSMETIC, MATERIAL, Edit


@pytest.mark.parametrize("edit", COSMETIC, ids=lambda edit: edit.old[:30])
def test_edits_of_the_looks_keep_marks(edit: Edit):
    assert material(edit.old, edit.new) == ""
    assert material(edit.new, edit.old) == ""


@pytest.mark.parametrize("edit", MATERIAL, ids=lambda edit: edit.old[:30])
def test_edits_of_what_is_said_suspend_them_both_ways(edit: Edit):
    assert all(word.lower() in material(edit.old, edit.new).lower() for word in edit.why)
    assert material(edit.new, edit.old)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("It cost $1.2 million.", "It cost $1.3 million.", "1.2 → 1.3 million"),
        ("It fell 12% in May.", "It fell 15% in May.", "12 → 15%"),
        ("It weighs 40 tonnes.", "It weighs 50 tonnes.", "40 → 50 tonnes"),
        ("About 4 weeks passed.", "About four weeks passed.", "4 → four"),
        ("It was -5 degrees there.", "It was 5 degrees there.", "-5 → 5 degrees"),
        ("He isn't the owner.", "He is the owner.", "isn't → is"),
        ("They sold the Polish boat.", "They sold the polish boat.", "Polish → polish"),
        ("The US boats left, they say.", "The us boats left, they say.", "US → us"),
        ("He did it.", "He did it?", "“?” added"),
        ("They met Lady Grey on board.", "They met Lady Gray on board.", "Grey → Gray"),
        ("Gray said so.", "Grey said so.", "Gray → Grey"),
        ("The Labour Party won.", "The Labor Party won.", "Labour → Labor"),
        ("It took 3–5 days.", "It took 3, 5 days.", "“–” removed"),
        ("He said it was a lie.", "He said it was “a lie”.", "quotation marks around “a lie” added"),
        ("The red boat sank fast.", "The red boat sank slowly.", "fast → slowly"),
        ("Ten boats sank.", "Ten boats sank, the police said.", "“the police said” added"),
        ("The resort was re-signed.", "The resort was resold.", "re-signed → resold"),
        ("Berg paid Falk.", "Falk paid Berg.", "Berg paid Falk → Falk paid Berg"),
        ("They won 2-1 in May.", "They won 1-2 in May.", "2-1 → 1-2"),
        ("It ran 10km in May.", "It ran 12km in May.", "10 → 12km"),
        ("“He can't swim,” she said.", "“He cannot swim,” she said.", "can't → cannot"),
        ("The tyre burst.", "The tired burst.", "tyre → tired"),
        ("It's Lind's boat.", "It is the Linds' boat.", "Lind's → Linds"),
    ],
)
def test_the_words_that_did_it_are_named(old: str, new: str, why: str):
    assert material(old, new) == why


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The Ferry Is Late Again Tonight", "The ferry is late again tonight"),
        ("At 9 AM the U.S. crew left.", "At 9 a.m. the US crew left."),
        ("It took 3-5 days in grey fog.", "It took 3–5 days in gray fog."),
        ("“We won,” he said.", '"We won", he said.'),
        ("Prices rose 5 percent.", "Prices rose 5%."),
        ("The centre’s neighbours travelled to the harbour.", "The center's neighbors traveled to the harbor."),
    ],
)
def test_house_style_keeps_marks(old: str, new: str):
    assert material(old, new) == ""


@pytest.mark.parametrize("kind", SUSPENDING)
def test_each_class_of_what_is_said_suspends_both_ways_and_names_a_word(kind: str):
    for old, new in SUSPENDING[kind]:
        for before, after in ((old, new), (new, old)):
            why = material(before, after)
            assert why, (before, after)
            assert any(word.strip("“”") in before + after for word in why.split()), why


@pytest.mark.parametrize("kind", KEEPING)
def test_each_class_of_looks_keeps_marks_both_ways(kind: str):
    for old, new in KEEPING[kind]:
        assert [material(old, new), material(new, old)] == ["", ""], (old, new)


def test_without_word_lists_every_change_of_wording_suspends():
    assert material("Der Ausschuss tagte lange.", "Der Ausschuss tagte lang.", language="de") == "lange → lang"
    assert material("Das Colour-Fest.", "Das Color-Fest.", language="de") == "Colour → Color"
    assert material("„Nein“, sagte er.", "»Nein« sagte er.", language="de") == ""


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("1.2 million", "1200000", 2),
        ("1,200,000", "1200000", 1),
        ("1.2bn", "1200000000", 1),
        ("twenty-one thousand boats", "21000", 4),
        ("twelve boats", "12", 1),
        ("third boat", "3.", 1),
        ("3rd boat", "3.", 1),
        ("18f boat", "18f", 1),
        ("boat", "", 0),
    ],
)
def test_numbers_are_brought_to_one_form(words: str, value: str, taken: int):
    assert number_at([token.key for token in tokens(words)]) == (value, taken)


@pytest.mark.parametrize(
    ("one", "other"),
    [("organisation", "organization"), ("colourful", "colorful"), ("theatres", "theaters"), ("labelled", "labeled"),
     ("grey", "gray"), ("dishonourable", "dishonorable"), ("programme", "program")],
)  # fmt: skip
def test_listed_spellings_are_the_same_word(one: str, other: str):
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize("word", ["rise", "prize", "four", "hour", "wise", "there", "called", "compared", "story"])
def test_other_words_stay_as_they_are(word: str):
    assert spelling(word) == word


def test_a_language_shows_in_its_commonest_words():
    english = (
        "the crew of the ferry said that it was late and on the way to the island with all of its crates for the day"
    )
    german = (
        "die Besatzung der Fähre sagte sie sei spät auf dem Weg zur Insel mit allen Kisten für den Tag im Hafen gewesen"
    )
    assert reads_english(english.split())
    assert not reads_english(german.split())
    assert not reads_english(["קו", "של", "האוטובוס"])
    assert [listed_language(tag) for tag in ("en", "en-GB", "de", "")] == [True, True, False, False]
