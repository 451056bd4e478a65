"""Speakers for quotations whose own sentence names none: from the words around them, else from what stands before."""

from newsroom.text.quotes.attribution import Attribution
from newsroom.text.quotes.clauses import clause_subject
from newsroom.text.quotes.doubts import is_doubtful
from newsroom.text.quotes.draft import Draft
from newsroom.text.quotes.grammar import ADVERB, LINK, MARK
from newsroom.text.quotes.incise import incised
from newsroom.text.quotes.japanese import in_japanese
from newsroom.text.quotes.openings import sentence_subject
from newsroom.text.quotes.page import Page
from newsroom.text.quotes.phrases import Phrase
from newsroom.text.quotes.roles import is_adverb
from newsroom.text.quotes.signs import labelled, signed, signed_inside
from newsroom.text.quotes.titles import is_heading


def share(page: Page, drafts: list[Draft]) -> None:
    """Give a speaker to each draft that has none, or mark it doubtful."""
    for place, draft in enumerate(drafts):
        if draft.said or draft.silent or draft.doubtful:
            continue
        draft.said = (
            incised(page.text, draft.start, draft.end, page.reading.language)
            or labelled(page.text, draft.start, draft.end)
            or signed(page.text, draft.end)
            or sign_off(page.text, draft)
            or in_japanese(page.text, draft.stretches[0])
        )
        if draft.said is None:
            guess(page, draft, drafts[place - 1] if place else None)


def sign_off(text: str, draft: Draft) -> Attribution | None:
    """Who signs the words in marks on their last line, which is no part of what is said."""
    found = signed_inside(text, draft.start, draft.end)
    if found is None:
        return None
    said, draft.end = found
    draft.stretches[-1] = draft.stretches[-1]._replace(end=draft.end)
    return said


def guess(page: Page, draft: Draft, before: Draft | None) -> None:
    """A speaker for a draft by where it stands; `before` is the draft before it."""
    sentence = page.sentence(draft.start)
    words = page.words(*sentence)
    quote = page.words(draft.start, draft.end)[0]
    alone = is_alone(page, words, quote)
    headline = page.text[draft.end : draft.end + 1] == ":" or (not alone and is_heading(page.text, sentence))
    draft.doubtful = headline or is_doubtful(page.reading, words, quote, alone=alone)
    if draft.doubtful:
        return
    if not alone:
        found = clause_subject(page.reading, words[0], quote)
        draft.said = found and printed(page, found, "subject of the sentence")
    draft.said = draft.said or running(draft, before) or above(page, draft, before)


def is_alone(page: Page, sentence: Phrase, quote: int) -> bool:
    """Whether nothing but “Indeed,” or “But” stands before words in marks in their sentence."""
    reading = page.reading
    if quote - sentence[0] > 3:
        return False
    return all(
        reading.kinds[place] & (MARK | LINK | ADVERB) or is_adverb(reading, place) or reading.lowers[place] == "adding"
        for place in range(sentence[0], quote)
    )


def running(draft: Draft, before: Draft | None) -> Attribution | None:
    """The running speaker: of the quotation before in the paragraph."""
    if before and before.said and before.paragraph == draft.paragraph:
        return before.said._replace(rule="running speaker")
    return None


def above(page: Page, draft: Draft, before: Draft | None) -> Attribution | None:
    """For words that stand alone: whom the sentence above is about, first of all if it ends with a colon."""
    sentence = page.sentence_above(draft.start)
    if sentence is None:
        return None
    if sentence.end in page.leads:
        return page.leads[sentence.end]._replace(rule="X said:", confidence="sure")
    if page.text[sentence.end - 1] == ":":
        return about(page, page.words(*sentence), "X …:")
    if before and before.said and before.paragraph == draft.paragraph - 1:
        return before.said._replace(rule="speaker of the paragraph above", confidence="check")
    return about(page, page.words(*sentence), "subject of the sentence above")


def about(page: Page, words: Phrase, rule: str) -> Attribution | None:
    """The subject of the words from the first to the end."""
    found = sentence_subject(page.reading, *words)
    return found and printed(page, found, rule)


def printed(page: Page, speaker: Phrase, rule: str) -> Attribution:
    start, end = page.reading.starts[speaker[0]], page.reading.end(speaker[1])
    return Attribution(start, page.text[start:end], "", rule, "check")
