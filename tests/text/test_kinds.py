"""What there is to check in a claim's words."""

import pytest

from newsroom.text.kinds import CHECKLISTS, FLAGS, KINDS, flags_of, kinds_of


@pytest.mark.parametrize(
    ("wording", "kinds"),
    [
        ("The crew counted 47 leaks.", {"number"}),
        ("The crew counted forty leaks.", {"number"}),
        ("It cost €3 million.", {"money"}),
        ("It cost 3 million euros.", {"money"}),
        ("It cost nine crowns.", {"number", "money"}),
        ("Half of them, or 50 per cent, left.", {"number", "percentage"}),
        ("It rose by 3.5%.", {"percentage", "comparison"}),
        ("It rose by 3.5 percent to 47.", {"percentage", "number", "comparison"}),
        ("They left on Tuesday.", {"date"}),
        ("They left in 1987.", {"date"}),
        ("It sails at 9:30.", {"date"}),
        ("It sails at 9 p.m.", {"date"}),
        ("It sails on 3 May.", {"date"}),
        ("It sails on Jan. 31.", {"date"}),
        ("It sank last year.", {"date"}),
        ("It took a year.", {"description"}),
        ("They live in Holm.", {"place"}),
        ("They live in the northern Sund Hills.", {"place"}),
        ("Norway bought it.", {"place"}),
        ("They met at the University of Holm.", {"name"}),
        ("They left for Kell from Holm.", {"name", "place"}),
        ("Mara Lind left Holm.", {"name", "place"}),
        ("Ferries sail there.", {"description"}),
        ("They met Mara Lind.", {"name"}),
        ("It sank because of rot.", {"cause"}),
        ("It was slower than the barge.", {"comparison"}),
        ("It was the first to sail.", {"superlative"}),
        ("It was the loneliest of all.", {"superlative"}),
        ("It was the only one that never sank.", {"superlative"}),
        ("The former pilot knew.", {"status"}),
        ("The mayor met Mayor Lind.", {"name", "status"}),
        ("The owner was accused of fraud.", {"allegation", "status"}),
        ("The west wind rests in the forest.", {"description"}),
        ("It was there.", {"description"}),
        ("", {"description"}),
    ],
)
def test_kinds(wording, kinds):
    assert set(kinds_of(wording)) == kinds


def test_the_first_word_alone_names_nobody_and_months_are_no_names():
    assert "name" not in kinds_of("Ferries sail in March and on Monday.")


def test_speech_and_report_are_told_by_the_caller():
    assert kinds_of("It leaks.", in_quote=True) == ("quote",)
    assert kinds_of("It leaks.", reported=True) == ("paraphrase",)


def test_kinds_come_in_their_order():
    found = kinds_of("In 2019 Holm paid $5 more than the first owner, accused of fraud, because it sank.")
    assert list(found) == [kind for kind in KINDS if kind in found]


@pytest.mark.parametrize(
    ("wording", "flags"),
    [
        ("The owner was convicted of fraud.", ("legal",)),
        ("She was diagnosed last spring.", ("privacy",)),
        ("Write to her at lind@holm.example.", ("privacy",)),
        ("Call +4712345678.", ("privacy",)),
        ("A 14-year-old steered.", ("minor",)),
        ("A 41-year-old steered.", ()),
        ("The schoolboy was abused.", ("legal", "minor")),
        ("The hostages are safe.", ("safety",)),
        ("The ferry was late.", ()),
    ],
)
def test_flags(wording, flags):
    assert flags_of(wording) == flags


def test_every_kind_has_its_questions():
    assert tuple(CHECKLISTS) == KINDS
    assert all(2 <= len(questions) <= 4 for questions in CHECKLISTS.values())
    assert all(question.endswith("?") for questions in CHECKLISTS.values() for question in questions)
    assert FLAGS == ("legal", "privacy", "minor", "safety")
