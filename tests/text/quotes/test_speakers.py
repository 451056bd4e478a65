"""Who says it: a case for each rule, and for each way that a rule could be misled."""

import pytest

from newsroom.text.quotes import Quote, quotes


def last(text: str) -> Quote:
    return [quote for quote in quotes(text) if quote.marked][-1]


def first(text: str) -> Quote:
    return next(quote for quote in quotes(text) if quote.marked)


BEHIND = [
    ("“It leaks,” said Mara Lind, the captain.", "Mara Lind", "said X"),
    ("“It leaks,” later wrote a friend of the captain.", "a friend of the captain", "said X"),
    ("“Does it leak?” asked the harbour master.", "the harbour master", "said X"),
    ("“It leaks” – said Mara Lind.", "Mara Lind", "said X"),
    ("“It leaks,” Mara Lind, D-Holm, said.", "Mara Lind", "X said"),
    ("“It leaks,” Rep. Mara Lind (L-Holm) told the council.", "Rep. Mara Lind", "X said"),
    ("“It leaks,” Mara Lind, the captain, a Dane by birth, said on Monday.", "Mara Lind", "X said"),
    ("“It leaks,” a friend, Jon Falk, told the council.", "Jon Falk", "X said"),
    ("“It leaks,” the two-time winner will say, by all accounts.", "the two-time winner", "X said"),
    ("“It leaks,” an angry Falk retorted.", "an angry Falk", "X said"),
    ("“It leaks!” beamed Mara Lind.", "Mara Lind", "…ed X"),
    ("“It leaks,” Mara Lind shrugged.", "Mara Lind", "X …ed"),
    ("“It leaks,” according to a report of the port.", "a report of the port", "according to X"),
    ("The ferry had “the best crew” of all and deserved better, Mara Lind said in a letter.", "Mara Lind", "…, X said"),
    ("The ferry had “the best crew” of all and deserved better, said Mara Lind, the captain.", "Mara Lind", "said X"),
]
BEFORE = [
    ("Mara Lind said “it leaks.”", "Mara Lind", "X said “"),
    ("Mara Lind, who has been feuding with the port, on Friday said “it leaks.”", "Mara Lind", "X said “"),
    ("Mara Lind at the time said “it leaks.”", "Mara Lind", "X said “"),
    ("In Holm, a town of the north, Mara Lind told reporters: “It leaks.”", "Mara Lind", "X said “"),
    ("HOLM, Dec. 8 (Sund Press) — The captain said the ferry “leaks like a basket.”", "The captain", "X said “"),
    (
        "A letter from the port obtained by the Courier warns that “it leaks.”",
        "A letter from the port obtained by the Courier",
        "X said “",
    ),
    ("Mara Lind attacked the port, calling it “a basket of holes.”", "Mara Lind", "X said “"),
    ("Speaking on the quay in Holm, Mara Lind attacked the port, calling it “a basket.”", "Mara Lind", "X said “"),
    ("Falk resigned, with Mara Lind calling him “a coward.”", "Mara Lind", "X said “"),
    ("Mara Lind praised the crew and called the ferry “a basket.”", "Mara Lind", "X said “"),
    ("Mara Lind went on to say “it leaks.”", "Mara Lind", "X said “"),
    ("Falk was asked by Mara Lind whether it was “a basket.”", "Mara Lind", "said by X"),
    ("In Mara Lind’s words, “it leaks.”", "Mara Lind", "in X’s words"),
    ("According to Mara Lind, the ferry “leaks like a basket.”", "Mara Lind", "according to X"),
    ("Nobody forgot her promise to “sail in any weather.”", "her", "X’s remark “"),
    ("Nobody forgot Mara Lind’s “any weather” remark.", "Mara Lind", "X’s remark “"),
    ("Ferries - Mara Lind: “It leaks.”", "Mara Lind", "X: “"),
    ("As Mara Lind put it, “it leaks.”", "Mara Lind", "X said “"),
]
OUTERMOST = [
    ("Mara Lind said the owner had called the ferry “a basket.”", "Mara Lind"),
    ("Mara Lind said that the plan, which some call daring, was an “insult to every sailor.”", "Mara Lind"),
    ("Asked if she thought it would sink, Mara Lind replied: “I guess so.”", "Mara Lind"),
    ("As for those who claim it floats, Mara Lind said, “I have seen the hull.”", "Mara Lind"),
    ("When somebody in the hall shouted, “Shame,” Mara Lind laughed.", "somebody in the hall"),
]


@pytest.mark.parametrize(("text", "mention", "rule"), BEHIND + BEFORE)
def test_rule(text, mention, rule):
    quote = first(text)
    assert (quote.speaker_mention, quote.rule) == (mention, rule)


@pytest.mark.parametrize(("text", "mention"), OUTERMOST)
def test_who_reports_the_words_is_who_is_said_to_say_them(text, mention):
    assert first(text).speaker_mention == mention


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The secretary of state wrote to the captain, “It leaks.”", "The secretary of state"),
        ("Mara Lind denounced the remarks as “silly.”", "Mara Lind"),
        ("Support rose by 28 points, Mara Lind said, “and will go on rising.”", "Mara Lind"),
        ("Mara Lind pledged in New York that states may “sail as they like.”", "Mara Lind"),
    ],
)
def test_nouns_that_look_like_verbs(text, mention):
    assert first(text).speaker_mention == mention


def test_whom_something_was_said_to_says_nothing():
    quote = first("Mara Lind was asked, “Does it leak?”")
    assert (quote.speaker, quote.rule, quote.doubtful) == ("", "marks alone", False)


@pytest.mark.parametrize(
    ("text", "mention", "named"),
    [
        ("Mara Lind praised Jon Falk, who said “it leaks.”", "who", "Mara Lind"),
        ("“It leaks,” he’d said.", "he’d", ""),
    ],
)
def test_pronouns_are_kept_as_printed(text, mention, named):
    assert first(text).speaker_mention == mention


@pytest.mark.parametrize(
    ("text", "mention", "rule"),
    [
        ("Mara Lind said the ferry leaks. “It will sink by spring.”", "Mara Lind", "running speaker"),
        (
            "Mara Lind said the ferry leaks. Indeed, “it will sink by spring.”",
            "Mara Lind",
            "running speaker",
        ),
        ("Mara Lind answered in the paper:\n\n“It leaks.”", "Mara Lind", "X said:"),
        ("Mara Lind, in the paper of the port:\n\n“It leaks.”", "Mara Lind", "X …:"),
        ("“It leaks,” said Mara Lind.\n\n“It will sink by spring.”", "Mara Lind", "speaker of the paragraph above"),
        (
            "Mara Lind is upbeat.\n\n“It will sail by spring.”",
            "Mara Lind",
            "subject of the sentence above",
        ),
        (
            "Mara Lind built a ferry for “every man and his goats.”",
            "Mara Lind",
            "subject of the sentence",
        ),
    ],
)
def test_neighbours(text, mention, rule):
    quote = last(text)
    assert (quote.speaker_mention, quote.rule) == (mention, rule)


def test_a_new_line_ends_the_run_of_a_speaker():
    _, falk = quotes("“It leaks,” said Mara Lind.\n“It floats,” an angry Falk said.")
    assert falk.speaker_mention == "an angry Falk"


@pytest.mark.parametrize(
    ("text", "mention", "rule"),
    [
        ("“It leaks like a basket.”\n— Mara Lind, captain", "Mara Lind", "— X"),
        ("“It leaks like a basket.” – Mara Lind", "Mara Lind", "— X"),
        ("“It leaks like a basket.\nMara Lind, captain.”", "Mara Lind", "— X"),
        ("“MARA LIND: It leaks like a basket.”", "MARA LIND", "NAME: …"),
    ],
)
def test_signs(text, mention, rule):
    quote = first(text)
    assert (quote.speaker_mention, quote.rule) == (mention, rule)
