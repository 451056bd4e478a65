"""Who says what: speakers, cues, split and reported speech, and marks that are no speech."""

import pytest

from newsroom.text.quotes import Quote, quotes


def only(text: str) -> Quote:
    [quote] = quotes(text)
    return quote


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "rule"),
    [
        ("“It leaks,” said Mara Lind.", "Mara Lind", "said", "said X"),
        ("“It leaks,” Mara Lind said.", "Mara Lind", "said", "X said"),
        ("“It leaks,” Mara Lind, the captain, told the council.", "Mara Lind", "told", "X said"),
        ("“It leaks,” says captain Mara Lind, who has sailed it for years.", "Mara Lind", "says", "said X"),
        ("“It leaks,” later wrote Rep. Mara Lind (L-Holm).", "Mara Lind", "wrote", "said X"),
        ("“It leaks,” according to Mara Lind.", "Mara Lind", "according to", "according to X"),
        ("Mara Lind said: “It leaks.”", "Mara Lind", "said", "X said “"),
        ("Mara Lind told reporters on Tuesday, “It leaks.”", "Mara Lind", "told", "X said “"),
        ("Mara Lind, the captain of the ferry, said, “It leaks.”", "Mara Lind", "said", "X said “"),
        ("According to Mara Lind, “it leaks.”", "Mara Lind", "According to", "according to X"),
        ("MARA LIND: “It leaks and it creaks.”", "MARA LIND", ":", "X: “"),
        ("After the vote, Mara Lind went home, saying “it leaks like a basket.”", "Mara Lind", "saying", "X said “"),
        ("“Does it leak?” Mara Lind asked.", "Mara Lind", "asked", "X said"),
        ("‘It leaks,’ Mara Lind said.", "Mara Lind", "said", "X said"),
        ('"It leaks," Mara Lind said.', "Mara Lind", "said", "X said"),
    ],
)
def test_speaker_and_cue(text, speaker, cue, rule):
    quote = only(text)
    assert (quote.speaker, quote.cue, quote.rule) == (speaker, cue, rule)
    assert not quote.doubtful


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“It leaks,” said a spokesman for the port.", "a spokesman for the port"),
        ("“It leaks,” the ministry said in a statement.", "the ministry"),
        ("Two sailors said: “It leaks.”", "Two sailors"),
    ],
)
def test_noun_phrases_are_kept_as_printed(text, mention):
    assert (only(text).speaker_mention, only(text).speaker) == (mention, mention)


def test_a_short_name_stands_for_the_full_name_before_it():
    first, second = quotes("“It leaks,” said Mara Lind, the captain. It was dark.\n\n“It sinks,” Lind said.")
    assert (first.speaker, second.speaker, second.speaker_mention) == ("Mara Lind", "Mara Lind", "Lind")


def test_a_pronoun_is_kept_and_the_name_offered_beside_it():
    *_, last = quotes("Mara Lind steered for the harbour. “It leaks,” she said.")
    assert (last.speaker, last.speaker_mention, last.confidence) == ("Mara Lind", "she", "sure")


def test_a_split_quotation_is_one_quote_with_two_stretches():
    text = "“It leaks,” she said, “like a basket.”"
    quote = only(text)
    assert [text[start:end] for start, end in quote.marked] == ["“It leaks,”", "“like a basket.”"]
    assert (quote.start, quote.end, quote.kind) == (0, len(text), "direct")


def test_a_new_sentence_after_the_cue_is_a_quote_of_its_own_by_the_running_speaker():
    first, second = quotes("“It leaks,” said Mara Lind. “It will sink by spring.”")
    assert (first.rule, second.rule) == ("said X", "running speaker")
    assert second.speaker == "Mara Lind"


def test_a_paragraph_above_that_ends_with_a_colon_introduces_the_speaker():
    quote = only("Mara Lind went on:\n\n“The hull is forty years old.”")
    assert quote.speaker == "Mara Lind"


def test_a_quotation_over_paragraphs_is_one_quote():
    text = "Mara Lind said: “It leaks.\n\n“It creaks.\n\n“It will sink.”"
    quote = only(text)
    assert len(quote.marked) == 3
    assert quote.speaker == "Mara Lind"
    assert (quote.start, quote.end) == (text.index("“"), len(text))


def test_words_partly_in_marks_are_a_mixed_quote_as_long_as_the_statement():
    text = "Mara Lind said the ferry was “a basket” and would sink."
    quote = only(text)
    assert quote.kind == "mixed"
    assert text[quote.start : quote.end] == "the ferry was “a basket” and would sink"
    assert [text[start:end] for start, end in quote.marked] == ["“a basket”"]


def test_two_stretches_of_one_statement_are_one_quote():
    quote = only("Mara Lind said the ferry was “a basket” and its owner “no sailor at all.”")
    assert len(quote.marked) == 2


def test_two_speakers_in_one_sentence():
    lind, falk = quotes("Mara Lind called it “a basket,” and Jon Falk called it “the pride of the island.”")
    assert (lind.speaker, falk.speaker) == ("Mara Lind", "Jon Falk")
    assert lind.end <= falk.start


@pytest.mark.parametrize(
    ("text", "reported", "speaker"),
    [
        ("Mara Lind said that the ferry leaked.", "the ferry leaked", "Mara Lind"),
        ("The ferry has leaked for years, Mara Lind said on Monday.", "The ferry has leaked for years", "Mara Lind"),
        ("The ferry has leaked for years, according to Mara Lind.", "The ferry has leaked for years", "Mara Lind"),
    ],
)
def test_indirect_speech(text, reported, speaker):
    quote = only(text)
    assert (text[quote.start : quote.end], quote.speaker, quote.kind) == (reported, speaker, "indirect")
    assert quote.marked == ()


@pytest.mark.parametrize(
    "text",
    [
        "The only “benefit” was a new timetable.",
        "The island read “The Long Night of the Ferry” in school.",
        "From the Holm Courier, “As Islanders Wait, Crews Wonder, ‘Was It Worth It?'”:",
        "It was basically “all for nothing” and will be so again.",
    ],
)
def test_marks_without_speech_are_doubtful_and_nobody_says_them(text):
    quote = only(text)
    assert quote.doubtful
    assert (quote.speaker, quote.speaker_mention, quote.cue, quote.confidence) == ("", "", "", "check")


@pytest.mark.parametrize(
    "text",
    [
        "The crew’s bread, the workers’ hall, rock 'n' roll of '08 and d'Artagnan's 5\" knife.",
        "The secretary of state sails on Monday.",
        "",
    ],
)
def test_nothing_said(text):
    assert quotes(text) == []


def test_confidence_follows_the_rule():
    sure = only("“It leaks,” said Mara Lind.")
    likely = only("Mara Lind called the ferry “a floating basket of holes.”")
    check = only("Mara Lind keeps a boat that all the town takes for “a floating basket of holes and other things.”")
    assert (sure.confidence, likely.confidence, check.confidence) == ("sure", "likely", "check")
