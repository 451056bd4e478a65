"""What is said about files that can't be read: a sentence for every code that a format gives."""

import ast
from pathlib import Path

import pytest

from newsroom import formats
from newsroom.domain.reading import SENTENCES, sentence
from newsroom.formats.choosing import OTHERS
from newsroom.formats.decoding import LIMIT, decode
from newsroom.formats.document import Unreadable


def codes() -> set[str]:
    """What stands first in every `Unreadable(…)` of the formats, or was put into `code` for it."""
    found: set[str] = set()
    for path in Path(formats.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            named = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code"
            raised = isinstance(node, ast.Call) and ast.unparse(node.func) == "Unreadable"
            value = node.value if named else node.args[0] if raised else ast.Constant(None)  # type: ignore[attr-defined]
            found |= {str(each.value) for each in ast.walk(value) if isinstance(each, ast.Constant) and each.value}
    return found


def test_every_code_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert codes() | set(OTHERS.values()) == set(SENTENCES)


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"", None, "There are no words in it."),
        (b"a" * (LIMIT + 1), None, "It is longer than 2,000,000 bytes of UTF-8, the most that one story may have."),
        (b"ferry\0late", None, "There is a NUL at byte 5 (0x00): this is no plain text."),
        (b"ferry", "no-such", "“no-such” is not the name of a text encoding."),
        (b"caf\xe9 100%", "ascii", "It is not ASCII: byte 3 (0xe9) does not belong there."),
        (
            "The mayor said \x93no\x94, twice.".encode("latin-1"),
            None,
            "It is not UTF-8: byte 15 (0x93) does not belong there. It may be cp1252: look at the words and confirm, "
            "or name another encoding.",
        ),
    ],
)
def test_the_sentence_says_what_and_where(data: bytes, encoding: str | None, said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        decode(data, encoding=encoding)
    assert sentence(refusal.value) == said


def test_a_code_without_a_sentence_is_better_than_nothing() -> None:
    assert sentence(Unreadable("torn", position=3)) == "torn"
