"""Which tokens of a text are covered by spans that somebody looked at."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.coverage import CLASSES, tokens
from newsroom.text.ledger import ledger

TEXT = """\
“We replaced both pumps in 40 hours,” said Marta Lindqvist. The repair cost 212,000 crowns, she said.

It is late."""


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def left(*covering: str) -> dict[str, list[str]]:
    """Class -> the words left uncovered, classes without any left out."""
    found = ledger(TEXT, tokens(TEXT), [span(words) for words in covering])
    return {
        kind: [TEXT[gap.start : gap.end] for gap in tally.uncovered] for kind, tally in found.items() if tally.uncovered
    }


def test_nothing_looked_at() -> None:
    found = ledger(TEXT, tokens(TEXT), [])
    assert {kind: (tally.covered, tally.all) for kind, tally in found.items()} == {
        "sentence": (0, 3), "number": (0, 2), "date": (0, 0), "quotation": (0, 1), "name": (0, 1), "superlative": (0, 0)
    }  # fmt: skip
    assert list(found) == list(CLASSES)


def test_everything_looked_at() -> None:
    assert left(TEXT) == {}


def test_a_sentence_is_covered_by_one_word_of_it_and_other_tokens_by_all_of_theirs() -> None:
    assert left("Marta", "cost 212,000", "late") == {
        "number": ["40"],
        "quotation": ["“We replaced both pumps in 40 hours,”"],
        "name": ["Marta Lindqvist"],
    }


def test_marks_and_stops_need_no_claim() -> None:
    words = "We replaced both pumps in 40 hours"
    assert "quotation" not in left(words)
    assert "quotation" not in left("We replaced both", "pumps in 40 hours")
    assert "quotation" in left("We replaced both", "in 40 hours")
    assert "sentence" not in left(words, "crowns, she said.", "It")


def test_a_span_of_marks_alone_covers_nothing() -> None:
    assert left(",”") == left()
    assert (
        left("hours,” ")["sentence"]
        == left("hours")["sentence"]
        == [TEXT[span("The")[0] : span("\n\n")[0]], "It is late."]
    )


def test_a_gap_says_where_the_first_word_is_that_nobody_looked_at() -> None:
    found = ledger(TEXT, tokens(TEXT), [span("“We replaced both ")])
    assert found["quotation"].uncovered[0].at == TEXT.index("pumps")
    assert found["sentence"].uncovered[0].at == TEXT.index("The repair")
    assert found["name"].uncovered[0].at == TEXT.index("Marta")


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).filter(lambda pair: pair[0] < pair[1]), max_size=8
)


@given(st.text(alphabet="aB5. “”,\n’-", max_size=60), SPANS)
def test_the_rule_word_by_word(text: str, spans: list[list[int]]) -> None:
    """Against the definition: the set of characters that somebody looked at."""
    spans = [[start, min(end, len(text))] for start, end in spans if start < min(end, len(text))]
    looked_at = {at for start, end in spans for at in range(start, end)}
    found = tokens(text)
    tallies = ledger(text, found, spans)
    for token in found:
        all_words = [at for at in range(token.start, token.end) if text[at].isalnum()]
        missing = [at for at in all_words if at not in looked_at]
        covered = missing != all_words if token.kind == "sentence" else not missing
        gaps = [gap for gap in tallies[token.kind].uncovered if gap[:3] == token]
        assert not gaps if covered else [gap.at for gap in gaps] == [missing[0]]
    assert sum(tally.all for tally in tallies.values()) == len(found)
