"""What an editor should know about the evidence although it blocks nothing, a sentence each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from newsroom.domain.weighing.piece import RECORDS, SAID, Piece, names
from newsroom.models import SourceKind


def plural_of_one(pieces: Sequence[Piece], told: str) -> Iterator[str]:
    """Words such as "sources say" over the word of one unnamed source, with nobody else's beside it."""
    voices = {piece.group: piece.anonymous for piece in pieces if piece.kind in SAID + RECORDS or piece.anonymous}
    if told and list(voices.values()) == [True]:
        yield _("“%s” speaks of several, and there is one unnamed source") % told


def copies(pieces: Iterable[Piece]) -> Iterator[str]:
    """The origins that several sources share, which the numbers do not show."""
    groups: defaultdict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        groups[piece.group].append(piece)
    for _group, alike in sorted(groups.items()):
        if (n := len({piece.source for piece in alike})) > 1:
            origin = min(piece.origin for piece in alike)
            yield _("%(n)s copies of “%(origin)s” count once") % {"n": n, "origin": origin}


def idle(pieces: Iterable[Piece], beside: Iterable[Piece]) -> Iterator[str]:
    """What does not count, and unnamed sources that nobody knows `beside` what the claim rests on."""
    for name in names(piece for piece in pieces if piece.kind == SourceKind.AI):
        yield _("AI output never counts: %s") % name
    for name in names(piece for piece in beside if piece.anonymous and not piece.known):
        yield _("no editor has recorded knowing the identity, so it does not count: %s") % name
