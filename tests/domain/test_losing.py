"""What is told of things that could not be brought in."""

import pytest

from newsroom.domain.losing import COUNTED, counted
from newsroom.domain.straying import LINKS
from newsroom.formats.html.tags import LOST
from newsroom.formats.notes import TAKEN


@pytest.mark.parametrize(
    ("kind", "count", "said"),
    [
        ("text boxes", 1, "1 text box"),
        ("text boxes", 2, "2 text boxes"),
        (TAKEN, 1, "1 passage taken out by tracked changes"),
        ("things of tomorrow", 1200, "1200 things of tomorrow"),
    ],
)
def test_so_many_of_a_class(kind: str, count: int, said: str) -> None:
    assert counted(kind, count) == said


@pytest.mark.parametrize("kind", sorted({*LOST.values(), TAKEN, LINKS}))
def test_the_classes_of_the_readers_have_their_words(kind: str) -> None:
    assert kind in COUNTED
