"""What one rule asks of the evidence that counts, and what of it is missing, in words."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from newsroom.domain.weighing.piece import DOCUMENTS, RECORDS, Piece, independent, names
from newsroom.models import Rule, Tier
from newsroom.text.locators import locator


def lacks(pieces: Sequence[Piece], rule: Rule) -> Iterator[str]:
    """What one rule asks and these counting pieces do not have."""
    yield from too_few(pieces, rule)
    if rule.record and not any(shows_the_words(piece) for piece in pieces):
        yield _("a recording, transcript or notes with a timecode or page is needed")
    if rule.second and independent(pieces) < 2 and not any(piece.kind in DOCUMENTS for piece in pieces):
        yield _("second source or document needed")
    if rule.known and any(piece.anonymous and not piece.known for piece in pieces):
        yield _("no editor has recorded knowing the identity")


def shows_the_words(piece: Piece) -> bool:
    """Whether it is a record of what was said with the very place: "somewhere near the end" is none."""
    return piece.kind in RECORDS and locator(piece.locator).kind in ("timecode", "page", "paragraph")


def too_few(pieces: Sequence[Piece], rule: Rule) -> Iterator[str]:
    """Why the pieces are not enough for the numbers of a rule, of which those without a place, or without a file or
    snapshot, do not count where it asks for these.
    """
    unplaced = [piece for piece in pieces if rule.locator and not piece.placed]
    unkept = [piece for piece in pieces if rule.kept and not piece.kept]
    fit = [piece for piece in pieces if piece not in unplaced and piece not in unkept]
    if not (short := shortage(fit, rule)):
        return
    if len(fit) == len(pieces) or (short := shortage(pieces, rule)):
        yield short
    for name in names(unplaced):
        yield _("a place in it is needed (page, paragraph, timecode, cell or date): %s") % name
    for name in names(unkept):
        yield _("a file or snapshot of it is needed: %s") % name


def shortage(pieces: Sequence[Piece], rule: Rule) -> str:
    """How many independent sources there are and how many are needed, or nothing where they are enough.

    A primary source is at least as good as a secondary one and is counted among them too. A rule that asks only for a
    place or a copy asks it of one source.
    """
    needed = rule.primary, rule.secondary
    if not any(needed):
        needed = (1, 1) if rule.locator or rule.kept else (0, 0)
    primary, every = independent(p for p in pieces if p.tier == Tier.PRIMARY), independent(pieces)
    enough = (needed[0] and primary >= needed[0]) or (needed[1] and every >= needed[1])
    return "" if enough or not any(needed) else in_words(primary, every, *needed)


def in_words(primary: int, every: int, first: int, second: int) -> str:
    """What is there and what is needed; `first` primary or `second` independent ones would be enough (0: never)."""
    if not every:
        ways = [_("%s primary") % first] if first else []
        ways += [_("%s independent secondary") % second] if second else []
        return _("%s needed") % _(" or ").join(ways)
    there = {"n": every, "needed": second}
    ways = [_("%(n)s primary, %(needed)s needed") % {"n": primary, "needed": first}] if primary or not second else []
    if second and primary:
        ways.append(_("%(n)s independent sources, %(needed)s needed") % there)
    elif second:
        ways.append(_("%(n)s independent secondary, %(needed)s needed") % there)
    return _(" or ").join(ways)
