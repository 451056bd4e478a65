"""The chain's hash, worked out by hand once: whoever verifies a chain elsewhere has to come to the same."""

import hashlib

import pytest

from newsroom.models import Article, Event

EXAMPLE = {
    "chain": "article:12",
    "seq": 3,
    "at": "2026-11-22T10:04:00.000000Z",
    "actor": "ines",
    "role": "checker",
    "verb": "mark",
    "object": "claim:7",
    "data": {"verdict": "disputed", "number": 1, "comment": "Audit p. 14 says 42 – “not 47” 🚢\n", "a": [True, None]},
    "prev": "0" * 64,
}
CANONICAL = (
    '{"actor":"ines","at":"2026-11-22T10:04:00.000000Z","data":{"a":[true,null],'
    '"comment":"Audit p. 14 says 42 – “not 47” 🚢\\n","number":1,"verdict":"disputed"},"object":"claim:7",'
    '"prev":"0000000000000000000000000000000000000000000000000000000000000000",'
    '"role":"checker","seq":3,"verb":"mark"}'
)
HASH = "ac125ea65fec7cf5f0e3b01381dfe56e28dc1e07af581f7ed2ef50fe2dc03644"


def test_the_hash_is_sha256_over_prev_and_canonical_json() -> None:
    assert hashlib.sha256(("0" * 64 + CANONICAL).encode()).hexdigest() == HASH
    assert Event(**EXAMPLE).computed_hash() == HASH


@pytest.mark.parametrize("name", ["seq", "at", "actor", "role", "verb", "object", "data", "prev"])
def test_every_column_of_the_row_is_in_the_hash(name: str) -> None:
    other = {"seq": 4, "data": {"verdict": "sourced"}}.get(name, "1" * 64)
    assert Event(**{**EXAMPLE, name: other}).computed_hash() != HASH


def test_what_the_database_gives_back_has_the_same_hash(furnished: Article) -> None:
    """Both databases keep the data as it was: order of keys, non-ASCII letters, numbers."""
    Event.objects.create(**EXAMPLE, hash=HASH)
    assert Event.objects.get(chain="article:12").computed_hash() == HASH
    assert all(event.hash == event.computed_hash() for event in Event.objects.all())
