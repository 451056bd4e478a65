"""Who says the words in marks, by the clause before them: X said, “…; according to X, “…; X: “…."""

from collections.abc import Sequence

from newsroom.text.quotes.attribution import ELSEWHERE, SHORTEST, WINDOW, Attribution, is_cue, phrase
from newsroom.text.quotes.behind import according, in_view
from newsroom.text.quotes.phrases import Token, sentence_subject, subject_before, subject_behind, tokens
from newsroom.text.spans import Span
from newsroom.text.verbs import CUE, LOOSE


def before(text: str, start: int, end: int) -> Attribution | None:
    """Attribution in the clause before the marks: X said, “…; X said the plan was “…; According to X, “…."""
    if end - start < SHORTEST:
        return None
    low = max(start, end - WINDOW)
    if not (CUE.search(text, low, end) or ELSEWHERE.search(text, low, end) or text[low:end].rstrip()[-1:] == ":"):
        return None
    found = tokens(text, low, end)
    for verb in range(len(found) - 1, -1, -1):
        if not is_cue(found, verb):
            continue
        cue = Span(found[verb].start, found[verb].end)
        places = said_by(found, verb)
        if places:
            near = len(found) - verb <= 6
            trusted = near and found[verb].lower not in LOOSE
            named = None
            if verb and found[verb - 1].lower == "who":
                named, places = phrase(found, places), (verb - 1, verb - 1)
            confidence = "likely" if trusted else "check"
            return Attribution(phrase(found, places), cue, "X said “", confidence, named)
    return according(found) or in_view(found) or colon(found)


def said_by(found: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """Whose verb it is: the phrase before it, else (a participle, a second verb) the subject of the sentence."""
    if verb + 1 < len(found) and found[verb + 1].lower == "by":
        return subject_behind(found, verb + 2)
    lower = found[verb].lower
    previous = found[verb - 1].lower if verb else ""
    if not lower.endswith("ing") and previous != "to":
        places = subject_before(found, verb)
        if places:
            return places
        if not verb or previous == ",":
            return subject_behind(found, verb + 1) or sentence_subject(found[:verb])
    return sentence_subject(found[:verb])


def colon(found: Sequence[Token]) -> Attribution | None:
    """X: “…, at the head of a paragraph or after a clause about X."""
    if found[-1].word != ":":
        return None
    places = sentence_subject(found[:-1])
    if places is None:
        return None
    cue = Span(found[-1].start, found[-1].end)
    alone = places[0] == 0 and places[1] == len(found) - 2
    return Attribution(phrase(found, places), cue, "X: “", "likely" if alone else "check")


def around(text: str, start: int, end: int) -> Attribution | None:
    """The subject of the sentence, when nothing better says who."""
    found = tokens(text, start, min(end, start + WINDOW))
    places = sentence_subject(found)
    if places is None:
        return None
    return Attribution(phrase(found, places), Span(start, start), "subject of the sentence", "check")
