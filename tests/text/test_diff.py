"""Two drafts word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.text.diff import diff
from newsroom.text.tokens import tokens

FERRY = "The ferry left at noon with eleven people."
PUMP = "A pump had failed twice that week."
HOTEL = "The owner slept in a hotel by the station."


def shown(old: str, new: str) -> list[tuple[str, str]]:
    """Each row's kind and its pieces, removed words in [-…-] and added ones in {+…+}."""
    form = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return [
        (
            row.kind,
            "".join(
                form[piece.kind].format(new[slice(*piece.new)] if piece.new else old[slice(*piece.old or (0, 0))])
                for piece in row.pieces
            ),
        )
        for row in diff(old, new)
    ]


def test_nothing_changed():
    assert shown(f"{FERRY}\n\n{PUMP}", f"{FERRY}\n\n{PUMP}") == [("kept", FERRY), ("kept", PUMP)]


def test_a_word_changed():
    new = FERRY.replace("eleven", "twelve")
    assert shown(FERRY, new) == [("changed", "The ferry left at noon with [-eleven-]{+twelve +}people.")]


def test_blocks_come_and_go_where_they_stood():
    assert shown(f"{FERRY}\n\n{PUMP}", f"{HOTEL}\n\n{PUMP}") == [
        ("removed", f"[-{FERRY}-]"),
        ("added", f"{{+{HOTEL}+}}"),
        ("kept", PUMP),
    ]


def test_a_block_elsewhere_is_moved():
    old, new = f"{FERRY}\n\n{PUMP}\n\n{HOTEL}", f"{PUMP}\n\n{HOTEL}\n\n{FERRY}"
    assert shown(old, new) == [("kept", PUMP), ("kept", HOTEL), ("moved", FERRY)]


def test_a_paragraph_cut_in_two_keeps_its_words():
    assert shown(f"{FERRY} {PUMP}", f"{FERRY}\n\n{PUMP}") == [("kept", FERRY), ("kept", PUMP)]


def test_a_typographic_mark_is_shown_too():
    assert shown('He said "no".', "He said “no”.") == [("changed", 'He said [-"-]{+“+}no[-"-]{+”+}.')]


WORDS = st.lists(
    st.sampled_from(["The", "ferry", "left", "at", "noon", ".", "\n\n", "é\u0301", "👩‍🔬", "12", "מה"]), max_size=40
)


@settings(deadline=None)
@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_the_pieces_make_up_both_drafts(old: str, new: str):
    rows = diff(old, new)
    for row in rows:
        if row.new:
            assert "".join(new[slice(*piece.new)] for piece in row.pieces if piece.new) == new[slice(*row.new)]
        for piece in row.pieces:
            assert {"kept": piece.old and piece.new, "removed": piece.old, "added": piece.new}[piece.kind]
            if piece.old and piece.new:
                assert old[slice(*piece.old)].split() == new[slice(*piece.new)].split()
    spans = sorted(piece.old for row in rows for piece in row.pieces if piece.old)
    assert [token.start for span in spans for token in tokens(old) if span.start <= token.start < span.end] == [
        token.start for token in tokens(old)
    ]
