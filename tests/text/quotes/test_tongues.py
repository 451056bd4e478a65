"""The conventions of other languages: guillemets, „…“, clauses amid the marks, dashes, corner brackets."""

import pytest

from newsroom.text.quotes import quotes

CASES = [
    ("« Il fuit », a déclaré Mara Lind.", "Mara Lind", "said X"),
    ("« Il fuit », dit-elle.", "elle", "said X"),
    ("« Il fuit », a-t-elle expliqué lundi.", "elle", "X said"),
    ("Mara Lind a déclaré : « Il fuit. »", "Mara Lind", "X said “"),
    ("Selon Mara Lind, « il fuit ».", "Mara Lind", "according to X"),
    ("« Il fuit, dit Mara Lind, comme un panier. »", "Mara Lind", "“…, said X, …”"),
    ("« Il fuit, a-t-elle expliqué, et il coulera. »", "elle", "“…, said X, …”"),
    ("„Es leckt“, sagte Mara Lind am Montag.", "Mara Lind", "said X"),
    ("„Es leckt“, sagte sie der Zeitung.", "sie", "said X"),
    ("„Es leckt“, so Mara Lind.", "Mara Lind", "said X"),
    ("»Es leckt«, erklärte die Kapitänin.", "die Kapitänin", "said X"),
    ("Mara Lind sagte: „Es leckt.“", "Mara Lind", "X said “"),
    ("Laut Mara Lind ist das Schiff „ein Korb“.", "Mara Lind", "according to X"),
    ("«Він тече», — сказала Мара Лінд.", "Мара Лінд", "said X"),
    ("Мара Лінд заявила: «Він тече».", "Мара Лінд", "X said “"),
    ("За словами Мари Лінд, «він тече».", "Мари Лінд", "according to X"),
    ("«Він тече, — сказала Мара Лінд, — як кошик».", "Мара Лінд", "“…, said X, …”"),
    ("«Він тече», — повідомили в порту.", "порту", "said X"),
    ("«Он течёт», — заявил капитан порта Иван Фальк.", "капитан порта Иван Фальк", "said X"),
    ("«Он течёт, — сказал капитан. — Он утонет».", "капитан", "“…, said X, …”"),
    ("По словам капитана, судно «течёт».", "капитана", "according to X"),
    ("船長は「漏れている」と述べた。", "船長", "Xは「…」"),
    ("「漏れている」と船長は言った。", "船長", "「…」とX"),
]


@pytest.mark.parametrize(("text", "mention", "rule"), CASES)
def test_speaker(text, mention, rule):
    [quote] = quotes(text)
    assert (quote.speaker_mention, quote.rule, quote.doubtful) == (mention, rule, False)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("— Він тече, — сказала Мара Лінд. — Як кошик.", ["— Він тече,", "— Як кошик."], "Мара Лінд"),
        ("— Он течёт! — крикнул капитан.", ["— Он течёт!"], "капитан"),
        ("— Il fuit, dit Mara Lind.", ["— Il fuit,"], "Mara Lind"),
    ],
)
def test_dialogue_between_dashes(text, said, speaker):
    [quote] = quotes(text)
    assert [text[start:end] for start, end in quote.marked] == said
    assert (quote.speaker, quote.kind) == (speaker, "direct")


def test_a_line_of_dialogue_may_say_nothing_of_its_speaker():
    text = "— Він тече, — сказала Мара Лінд.\n— Коли?"
    assert [quote.speaker for quote in quotes(text)] == ["Мара Лінд", ""]


@pytest.mark.parametrize(
    "text",
    [
        "— Mara Lind said that it leaks.\n— Jon Falk said that it does not.",
        "The captain listed it all:\n— the hull, which leaks,\n— the deck, which creaks.",
    ],
)
def test_dashes_open_no_dialogue_in_english(text):
    assert not any(quote.marked for quote in quotes(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "LIND: It leaks like a basket.\n\nFALK: It floats.",
            [("It leaks like a basket.", "LIND"), ("It floats.", "FALK")],
        ),
        ("Q: Does it leak?\nA: It does.", [("Does it leak?", "Q"), ("It does.", "A")]),
        ("Note: this is new.\n\nUpdate: this is newer.", []),
        ("Ferries: the port has four of them.", []),
    ],
)
def test_lines_of_a_transcript(text, said):
    found = quotes(text)
    assert [(text[quote.start : quote.end], quote.speaker) for quote in found] == said
    assert all(quote.kind == "direct" and not quote.marked for quote in found)
