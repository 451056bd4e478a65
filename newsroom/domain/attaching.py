"""Evidence: what ties a source, or a calculation, to a claim."""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain import filing, snapshotting, sourcing
from newsroom.domain.calculating import Figure, result_of
from newsroom.domain.locking import Conflict, lock_claim, lock_desk, lock_source, must_be_current, must_count, touch
from newsroom.domain.permissions import Unseen, Verb
from newsroom.domain.recording import record
from newsroom.domain.writing import must_be_text
from newsroom.models import Answer, Article, Attachment, Claim, Evidence, Source, SourceKind, Stance, Tier, User

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """What a piece of evidence says: a source, a calculation or both. `result` is what the person typed."""

    source: Source | None = None
    tier: str = Tier.PRIMARY
    stance: str = Stance.SUPPORTS
    locator: str = ""
    passage: str = ""
    note: str = ""
    formula: str = ""
    inputs: tuple[Figure, ...] = ()
    result: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gave instead of a known source: an `address`, the `facts` of a new source, a file (`upload`)."""

    address: str = ""
    facts: sourcing.Facts | None = None
    upload: "UploadedFile[Any] | None" = None

    @property
    def described(self) -> sourcing.Facts | None:
        """What a new source is made of: the facts, or the name of the file."""
        return self.facts or (sourcing.Facts(filing.title_of(self.upload)) if self.upload else None)

    @property
    def tier(self) -> Tier:
        """How near it stands where nobody says: a web page is secondary, a document or a file primary."""
        page = self.address or (self.facts and self.facts.kind == SourceKind.PAGE)
        return Tier.SECONDARY if page else Tier.PRIMARY

    def means(self, source: Source | None) -> bool:
        """Whether a source is the one that was made of this."""
        if source is None:
            return False
        made = self.facts and self.facts.title.strip() == source.title
        return bool(self.upload or made or (self.address and self.address.strip() == source.address))


@transaction.atomic
def attach(claim: Claim, *, by: User, key: uuid.UUID, piece: Piece, anchor: int | None = None) -> Evidence:
    """One more piece of evidence on a claim. The first human act on a proposal accepts it.

    `Conflict` when the page showed another `anchor` (None for callers that show no page): what bears on other words
    need not bear on these.

    `key` is made by the page: the same post again returns the same row. A calculation is worked out anew; its result
    is stored, whatever was typed. `ValidationError` by field for nothing to attach, a formula without a result, a typed
    result that differs, what is too long, and a key that was used for something else; also on a dismissed claim, one
    left with an old draft and in a killed story. `Unseen` for a source that the person may not know of.
    """
    article, claim, role = lock_claim(claim, by=by, verb=Verb.ATTACH)
    sent = sent_before(key, claim, by=by, piece=piece)
    if sent:
        return sent
    must_count(claim)
    must_be_shown(claim, anchor)
    row = written(claim, by=by, role=role, key=key, piece=piece)
    return keep(article, claim, row, by=by, role=role, verb="attach evidence")


def attach_from(
    claim: Claim,
    *,
    by: User,
    key: uuid.UUID,
    piece: Piece,
    given: Given,
    anchor: int | None = None,
    replaces: Evidence | None = None,
) -> Evidence:
    """Evidence from what the person gave instead of a known source: an address, a file, a title that is new.

    The source that has the address already is taken, else one is made; a file is kept with it, a page is looked at
    when the evidence stands, also a known one that nobody has looked at. The bytes of a file are stored before, for
    that takes its time; all the rest is done or nothing, so that a title of a hidden story is never the title of a
    source that nothing rests on, which everybody sees. Refused as `attach` and `change` are.
    """
    sent = sent_from(key, claim, by=by, piece=piece, given=given)
    if sent:
        return sent
    kept = filing.stored(given.upload, by=by) if given.upload else None
    row = attach_made(claim, by=by, key=key, piece=piece, given=given, kept=kept, anchor=anchor, replaces=replaces)
    if row.source and (given.address or snapshotting.is_due(row.source)):
        snapshotting.take(row.source, by=by)
    return row


@transaction.atomic
def attach_made(
    claim: Claim,
    *,
    by: User,
    key: uuid.UUID,
    piece: Piece,
    given: Given,
    kept: Attachment | None,
    anchor: int | None,
    replaces: Evidence | None,
) -> Evidence:
    """Make the source that is still missing, attach or change, and enter the stored file; all or nothing."""
    if given != Given():
        lock_desk()  # before the story and the source, as verbs that make sources do
        sent = sent_from(key, claim, by=by, piece=piece, given=given)
        if sent:  # the same post came twice at once
            return sent
    if given.address:
        piece = replace(piece, source=sourcing.page_at(given.address, by=by))
    elif given.described and not piece.source:
        piece = replace(piece, source=sourcing.make(given.described, by=by))
    if replaces:
        row = change(replaces, by=by, key=key, piece=piece, anchor=anchor)
    else:
        row = attach(claim, by=by, key=key, piece=piece, anchor=anchor)
    if kept and row.source:
        filing.enter(kept, row.source, by=by)
    return row


def sent_from(key: uuid.UUID, claim: Claim, *, by: User, piece: Piece, given: Given) -> Evidence | None:
    """As `sent_before`, where the source is the one that was made of what was given."""
    sent = Evidence.objects.select_related("source").filter(pk=key).first()
    if sent is None:
        return None
    meant = sent.source if given.means(sent.source) else piece.source
    return sent_before(key, claim, by=by, piece=replace(piece, source=meant))


@transaction.atomic
def change(evidence: Evidence, *, by: User, key: uuid.UUID, piece: Piece, anchor: int | None = None) -> Evidence:
    """Evidence as it should read: a new row that replaces the old, which stays in the record.

    An answer stays with the old row, so what contradicts is to be answered anew. Whoever wrote the story does not
    change what contradicts it. `Conflict` when the old row was replaced or withdrawn meanwhile; else as `attach`.
    """
    article, claim, old, role = lock_evidence(evidence, by=by)
    sent = sent_before(key, claim, by=by, piece=piece)
    if sent:
        return sent
    must_count(claim)
    must_be_live(old)
    must_be_shown(claim, anchor)
    row = written(claim, by=by, role=role, key=key, piece=piece)
    row.replaces = old
    return keep(article, claim, row, by=by, role=role, verb="change evidence")


@transaction.atomic
def withdraw(evidence: Evidence, *, by: User, key: uuid.UUID, reason: str, anchor: int | None = None) -> Evidence:
    """A row that takes a piece of evidence away, with the reason as its note; nothing is deleted.

    `ValidationError` without a reason, else refused as `change` is; `Conflict` too when the page showed another anchor
    (None for callers that show no page). The same post again returns the same row.
    """
    article, claim, old, role = lock_evidence(evidence, by=by)
    reason = reason.strip()
    sent = Evidence.objects.filter(pk=key).first()
    if sent and (sent.replaces_id, sent.withdrawn, sent.by_id, sent.note) == (old.pk, True, by.pk, reason):
        return sent
    must_count(claim)
    must_be_live(old)
    must_be_shown(claim, anchor)
    if sent:
        raise ValidationError(_("This page was used already. Reload it and withdraw the evidence again."))
    if not reason:
        raise ValidationError({"reason": _("Say why this evidence does not count any more.")})
    must_fit(reason=reason)
    names = ("source_id", "tier", "stance", "locator", "passage", "formula", "inputs", "result")
    same = {name: getattr(old, name) for name in names}
    row = Evidence(id=key, claim=claim, by=by, role=role, replaces=old, withdrawn=True, note=reason, **same)
    return keep(article, claim, row, by=by, role=role, verb="withdraw evidence")


@transaction.atomic
def answer(evidence: Evidence, *, by: User, text: str, anchor: int | None = None) -> Answer:
    """Why what contradicts the claim does not bring it down. Nobody answers for a story of their own.

    The same answer again returns the same row; `Conflict` when another was given meanwhile, or the page showed another
    anchor (None for callers that show no page): an answer is for the words that its maker saw. `ValidationError` for an
    empty one, and for evidence that contradicts nothing or is not live.
    """
    article, claim, row, role = lock_evidence(evidence, by=by, verb=Verb.MARK)
    text, given = text.strip(), Answer.objects.filter(evidence=evidence).select_related("by").first()
    if given and (given.text, given.by_id) == (text, by.pk):
        return given
    must_count(claim)
    must_be_live(row)
    if given:
        raise Conflict(_("%s answered this meanwhile.") % given.by, was=_("no answer"), now=given.text, fresh={})
    must_be_shown(claim, anchor)
    if row.stance != Stance.CONTRADICTS:
        raise ValidationError(_("This evidence contradicts nothing, so there is nothing to answer."))
    if not text:
        raise ValidationError({"answer": _("Say why the claim stands all the same.")})
    must_fit(answer=text)
    said = Answer(evidence=row, by=by, role=role, text=text)
    said.save(force_insert=True)
    claim.accepted = True
    touch(article, [claim], "accepted")
    data = {"evidence": str(row.pk), "words": digest(text)}
    record(article, by=by, role=role, verb="answer evidence", about=claim, data=data)
    return said


def lock_evidence(evidence: Evidence, *, by: User, verb: Verb = Verb.ATTACH) -> tuple[Article, Claim, Evidence, str]:
    """The locked story, the claim and the evidence as they are now, and the role under which the person may do this.

    Taking away what contradicts a claim passes its words just as a mark does: it takes the right to mark.
    """
    row = Evidence.objects.filter(pk=evidence.pk).first()
    if row is None:
        raise Unseen(_("There is no such evidence."))
    needed = Verb.MARK if row.stance == Stance.CONTRADICTS else verb
    article, claim, role = lock_claim(Claim(pk=row.claim_id), by=by, verb=needed)
    fresh = Evidence.objects.select_related("source", "replaced_by__by", "replaced_by__source").get(pk=row.pk)
    return article, claim, fresh, role


def must_be_shown(claim: Claim, anchor: int | None) -> None:
    """`must_be_current`, for callers that show a page."""
    if anchor is not None:
        must_be_current(claim, anchor)


def must_be_live(row: Evidence) -> None:
    """Raises `Conflict` for evidence that was replaced, `ValidationError` for a row that takes some away."""
    newer = getattr(row, "replaced_by", None)
    if newer:
        said = (
            _("%s withdrew this evidence meanwhile.") if newer.withdrawn else _("%s changed this evidence meanwhile.")
        )
        raise Conflict(said % newer.by, was=str(row), now=newer.note if newer.withdrawn else str(newer), fresh={})
    if row.withdrawn:
        raise ValidationError(_("This evidence was withdrawn."))


def sent_before(key: uuid.UUID, claim: Claim, *, by: User, piece: Piece) -> Evidence | None:
    """The row that the same post made already; raises `ValidationError` when the key comes with something else."""
    row = Evidence.objects.filter(pk=key).first()
    if row is None:
        return None
    names = ("tier", "stance", "locator", "passage", "note", "formula")
    same = all(getattr(row, name) == getattr(piece, name).strip() for name in names)
    same = same and row.inputs == [figure._asdict() for figure in piece.inputs]
    source = piece.source.pk if piece.source else None
    if not same or (row.claim_id, row.by_id, row.source_id) != (claim.pk, by.pk, source):
        raise ValidationError(_("This page was used already. Reload it and attach your evidence again."))
    return row


def written(claim: Claim, *, by: User, role: str, key: uuid.UUID, piece: Piece) -> Evidence:
    """The row that the piece becomes, checked, with the calculation worked out; not saved."""
    source = lock_source(piece.source, by=by, verb=Verb.ATTACH)[0] if piece.source else None
    words = {name: getattr(piece, name).strip() for name in ("locator", "passage", "note", "formula", "result")}
    must_fit(**words)
    if not source and not words["formula"]:
        raise ValidationError({"source": _("Name a source, paste an address, attach a file or write a formula.")})
    if words["formula"]:
        words["result"] = result_of(words["formula"], piece.inputs, typed=words["result"])
    elif words["result"] or piece.inputs:
        raise ValidationError({"formula": _("Write the formula that these figures go into.")})
    inputs = [figure._asdict() for figure in piece.inputs]
    row = Evidence(id=key, claim=claim, source=source, by=by, role=role, inputs=inputs, **words)
    row.tier, row.stance = piece.tier, piece.stance
    row.clean_fields(exclude=["claim", "source", "by", "role", "inputs"])
    return row


def must_fit(**fields: str) -> None:
    """What is kept for ever is writing and has an end."""
    must_be_text(**fields)
    for name, text in fields.items():
        if len(text) > LONGEST:
            raise ValidationError({name: _("At most %(n)s characters.") % {"n": LONGEST}})


def keep(article: Article, claim: Claim, row: Evidence, *, by: User, role: str, verb: str) -> Evidence:
    """Store the row, count what is live on the claim now, and record it.

    The event has no passage, note, figure or title in it, in which a name can stand: only what proves that they are as
    given.
    """
    row.save(force_insert=True)
    claim.accepted = True
    claim.pieces = Evidence.objects.live().filter(claim=claim).count()
    touch(article, [claim], "accepted", "pieces")
    data = {
        "evidence": str(row.pk),
        "source": row.source_id,
        "tier": row.tier,
        "stance": row.stance,
        "formula": row.formula,
        "result": row.result,
        "words": digest(row.locator, row.passage, row.note, *written_out(row)),
        "replaces": str(row.replaces_id or ""),
    }
    record(article, by=by, role=role, verb=verb, about=claim, data=data)
    return row


def written_out(row: Evidence) -> Iterator[str]:
    """The figures of a calculation as texts, in their order."""
    return (figure.get(name, "") for figure in row.inputs for name in Figure._fields)


def digest(*words: str) -> str:
    """SHA-256 over texts, each ended by a NUL, which no text here contains."""
    return hashlib.sha256("".join(f"{text}\0" for text in words).encode()).hexdigest()
