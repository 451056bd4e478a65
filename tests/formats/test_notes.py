"""What is said in a note, and where it leads."""

import pytest

from newsroom.formats.notes import Reply


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://board.example/minutes.", ["https://board.example/minutes"]),
        ("(http://a.example/x?y=1#z), and “https://b.example/”", ["http://a.example/x?y=1#z", "https://b.example/"]),
        ("https://a.example https://a.example", ["https://a.example"]),
        ("no address: example.org, mailto:a@b.example, javascript://x", []),
        ("https://", []),
    ],
)
def test_addresses_written_out_in_a_note_are_found_once(text, found):
    assert list(Reply(text).addresses) == found


def test_links_come_first():
    said = Reply("See https://b.example/", links=("https://a.example/", "https://b.example/"))
    assert said.addresses == ("https://a.example/", "https://b.example/")
