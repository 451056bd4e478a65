"""What rules look at: a piece of evidence, and the claim."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from newsroom.models import SourceKind, Stance, Tier

DOCUMENTS = (SourceKind.DOCUMENT, SourceKind.DATA)
RECORDS = (SourceKind.RECORDING, SourceKind.TRANSCRIPT, SourceKind.NOTES)
SAID = (SourceKind.INTERVIEW, SourceKind.CORRESPONDENCE, SourceKind.EXPERT)
ONLINE = (SourceKind.PAGE, SourceKind.COVERAGE)
SHOWN = 60  # characters of a source's title in a sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """One live piece of evidence, as far as rules look at it; `source` is None for a calculation without one.

    `known`: an editor is on record as knowing who the source is. `kept`: it has a file, or a snapshot that did not
    fail. `answered`: somebody said why this contradiction does not bring the claim down.
    """

    source: int | None
    title: str = ""
    code: str = ""
    kind: str = SourceKind.DOCUMENT
    origin: str = ""
    tier: str = Tier.PRIMARY
    stance: str = Stance.SUPPORTS
    locator: str = ""
    address: str = ""
    dated: object = None
    anonymous: bool = False
    known: bool = False
    kept: bool = False
    answered: bool = False

    @property
    def counts(self) -> bool:
        """Only what supports the claim counts; output of AI tools, tertiary sources and sums of no source never do."""
        near = self.tier in (Tier.PRIMARY, Tier.SECONDARY)
        return self.source is not None and self.kind != SourceKind.AI and near and self.stance == Stance.SUPPORTS

    @property
    def group(self) -> str:
        """Pieces of one group are not independent: copies share their origin; without one a source stands alone."""
        return " ".join(self.origin.casefold().split()) or f"#{self.source}"

    @property
    def placed(self) -> bool:
        """Whether one can look it up: a place in it; for somebody's word its date, for the web its address will do."""
        if self.locator:
            return True
        return bool(self.dated) if self.kind in SAID else bool(self.address) and self.kind in ONLINE

    @property
    def against(self) -> bool:
        """Whether it is a contradiction that nobody answered."""
        return self.stance == Stance.CONTRADICTS and self.kind != SourceKind.AI and not self.answered

    @property
    def name(self) -> str:
        name = self.code or self.title or _("calculation")
        return name if len(name) <= SHOWN else f"{name[:SHOWN].rstrip()}…"


class Subject(NamedTuple):
    """A claim, as far as rules look at it: `pieces` is how many live pieces of evidence it has, `start` and `end` are
    its place in the draft, if it has one.
    """

    id: int
    pieces: int = 0
    kinds: Collection[str] = ()
    flags: Collection[str] = ()
    start: int | None = None
    end: int | None = None


def independent(pieces: Iterable[Piece]) -> int:
    return len({piece.group for piece in pieces})


def names(pieces: Iterable[Piece]) -> list[str]:
    """What the pieces' sources are called, each once, in the order of the alphabet."""
    return sorted({piece.name for piece in pieces})
