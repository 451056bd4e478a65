"""The vault: who confidential sources are, for the people whom an identity's owner names and for nobody else.

Roles open nothing here, an administrator's neither. What happens is recorded on the desk's chain under the identity's
number; the name and the contact go into no event, message, log or address.
"""

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain import shifting
from newsroom.domain.calculating import written
from newsroom.domain.ciphering import Secret, open_up, renewed, seal_up, vault
from newsroom.domain.importing import folded
from newsroom.domain.locking import lock_desk, lock_source
from newsroom.domain.permissions import Denied, Unseen, Verb, role_for
from newsroom.domain.recording import record_on_desk
from newsroom.domain.writing import must_be_text
from newsroom.models import Article, Claim, Evidence, Identity, Reader, Role, Source, User

CODE = re.compile(r"[A-Z]{1,4}-[0-9]{1,6}")
UNSAID = re.compile(r"[\W_]+")
THEIRS = lazy(
    "This takes a checker or editor who made the source or sees a story that rests on it, or the reporter of one."
)
LONGEST = {"name": 200, "contact": 2000}


def next_code() -> str:
    """The next free code name, K-1 on an empty desk. Whether it still is free, `seal` asks again."""
    taken = Source.objects.filter(code__regex=r"^K-[0-9]+$").values_list("code", flat=True)
    return f"K-{max((int(code[2:]) for code in taken), default=0) + 1}"


@transaction.atomic
def seal(source: Source, *, by: User, secret: Secret, code: str) -> Identity:
    """Put into the vault who a source is. Whoever does it owns the identity; the source is confidential from then on.

    The same again from the same person: the identity that is there. `ValidationError` while the vault is off, for a
    code name that is taken or none, for a source whose identity is or was in the vault, and where the name, or any
    name, stands beside the source already: what is recorded can't be taken back. `Unseen` for a hidden source, `Denied`
    for one that is neither the person's own nor in use in a story of theirs.
    """
    vault()
    lock_desk()
    stories = shifting.lock_stories(source)
    source, _role = lock_source(source, by=by, verb=Verb.SEE)
    secret = checked(secret)
    there = Identity.objects.filter(source=source).first()
    if there and there.owner_id == by.pk and there.sealed and open_up(there.sealed, source.pk) == secret:
        return there
    if there:
        raise ValidationError(_("The identity of this source is, or was, in the vault."), code="sealed")
    role = seals_as(source, by)
    if role is None:
        raise Denied(THEIRS)
    must_be_nameless(source, secret)
    was = shifting.values_of(source)
    put_code(source, source.code or code.strip())
    identity = Identity.objects.create(source=source, sealed=seal_up(secret, source.pk), owner=by)
    record_on_desk(by=by, verb="seal identity", about=identity, data={"code": source.code, "source": source.pk})
    shifting.tell(source, was, stories, by=by, role=role)
    return identity


def seals_as(source: Source, user: User) -> Role | None:
    """The role under which the person may say who this is, or None. Whoever does it decides who reads it, so that is a
    checker or editor who made the source or sees a story that rests on it, and a reporter whose own story does.
    """
    if source.created_by_id == user.pk and (role := role_for(user, Verb.SEAL)):
        return role
    used = Claim.objects.filter(evidence__in=Evidence.objects.live().filter(source=source)).values("article")
    seen = Article.objects.visible_to(user).filter(pk__in=used).prefetch_related("authors")
    return next((role for story in seen if (role := role_for(user, Verb.SEAL, story))), None)


def checked(secret: Secret) -> Secret:
    """The secret without white space around it; `ValidationError` for one that is empty, too long or no writing."""
    secret = Secret(" ".join(secret.name.split()), secret.contact.strip())
    must_be_text(name=secret.name, contact=secret.contact)
    if not secret.name:
        raise ValidationError({"name": _("Who is it?")})
    for field, most in LONGEST.items():
        if len(getattr(secret, field)) > most:
            raise ValidationError({field: _("At most %d characters.") % most})
    return secret


def must_be_nameless(source: Source, secret: Secret) -> None:
    """Raises `ValidationError` when sealing would come too late. The texts are looked through here and not by the
    database, which may log what it is asked.
    """
    if source.person or source.contact:
        raise ValidationError(
            _("This source names somebody already, for the record. Make another one without a name, and seal that."),
            code="named",
        )
    texts = [source.title, source.publisher, source.origin, source.address, source.code]
    texts += source.attachments.values_list("name", flat=True)
    texts += shifting.origins(source)
    for piece in Evidence.objects.filter(source=source).select_related("answer"):
        texts += (piece.locator, piece.passage, piece.note, written(piece.inputs))
        texts.append(piece.answer.text if hasattr(piece, "answer") else "")
    name = bare(secret.name)
    if name and any(name in bare(text) for text in texts):
        said_already = _(
            "This name stands in the source’s title or origin, in a file’s name or in evidence. Make another source."
        )
        raise ValidationError({"name": said_already}, code="named")


def bare(text: str) -> str:
    """A text as a name is looked for in it: neither case nor what stands between the words makes another name of it."""
    return " ".join(UNSAID.sub(" ", normalize("NFKC", text)).casefold().split())


def put_code(source: Source, code: str) -> None:
    """Give a source its code name, under which it can be found."""
    if code != source.code and not CODE.fullmatch(code):
        raise ValidationError({"code": _("A code name is a letter or a few, a dash and a number: K-7.")})
    if Source.objects.exclude(pk=source.pk).filter(code=code).exists():
        raise ValidationError({"code": _("Another source has this code name. Free is %s.") % next_code()})
    source.folded = source.folded if source.code else folded(source.folded, code)
    source.code, source.anonymous, source.version = code, True, source.version + 1
    source.save(update_fields=["code", "anonymous", "folded", "version"])


def is_named(identity: Identity, user: User) -> bool:
    """Whether the person owns an identity or is one of its readers."""
    if not user.is_active:
        return False
    return identity.owner_id == user.pk or Reader.objects.filter(identity=identity, user=user).exists()


def opens_to(source: int, user: User) -> bool:
    """Whether a source has an identity that the person owns or reads; nothing is recorded."""
    found = Identity.objects.filter(source__id=source).first()  # a number beyond all rows finds none
    return found is not None and is_named(found, user)


def manages(identity: Identity, user: User) -> bool:
    """Whether the person decides about an identity: its owner, or, once the owner's account is off, any reader."""
    return identity.owner_id == user.pk or (not identity.owner.is_active and is_named(identity, user))


def enter(source: int, *, by: User) -> Identity:
    """The identity of a source, unopened, for its owner and readers.

    `Unseen` where there is none; and for anybody else, which is recorded for the owner to see, so call it outside of a
    transaction.
    """
    found = Identity.objects.select_related("source", "owner").filter(source__pk=source).first()
    if found and is_named(found, by):
        return found
    if found:
        with transaction.atomic():
            record_on_desk(by=by, verb="refuse identity", about=found)
    raise unseen()


def locked(source: int, *, by: User) -> Identity:
    """The identity, locked, for somebody who entered and is named still."""
    lock_desk()
    found = Identity.objects.select_for_update(of=["self"]).select_related("source", "owner").get(source=source)
    if not is_named(found, by):
        raise unseen()
    if found.destroyed_at:
        raise ValidationError(_("This identity was destroyed: nobody can read it any more."), code="destroyed")
    return found


def unseen() -> Unseen:
    return Unseen(_("There is no such identity."))


def read(source: int, *, by: User) -> Secret:
    """Who a source is. Recorded, for its owner to see; called and refused as `enter` is.

    `ValidationError` once it was destroyed, and when no key opens it.
    """
    enter(source, by=by)
    with transaction.atomic():
        identity = locked(source, by=by)
        secret = open_up(identity.sealed, source)
        record_on_desk(by=by, verb="read identity", about=identity)
    return secret


def managed(source: int, *, by: User) -> Identity:
    """The locked identity for whoever decides about it."""
    found = locked(source, by=by)
    if not manages(found, by):
        raise Denied(_("Only %s decides who reads this identity, and whether it is kept.") % found.owner)
    return found


def choose_readers(source: int, *, by: User, readers: Collection[User]) -> Identity:
    """These people may read the identity, and nobody else but its owner. The same people again: no change.

    `Denied` for a reader who does not own it, `ValidationError` once it was destroyed; else refused as `enter` is.
    """
    enter(source, by=by)
    with transaction.atomic():
        identity = managed(source, by=by)
        new = {user.pk: user for user in readers if user.pk != identity.owner_id}
        old = set(identity.readers.values_list("user", flat=True))
        if old != set(new):
            identity.readers.exclude(user__in=new).delete()
            Reader.objects.bulk_create(
                Reader(identity=identity, user=user) for pk, user in new.items() if pk not in old
            )
            names = sorted(user.username for user in new.values())
            record_on_desk(by=by, verb="choose readers", about=identity, data={"readers": names})
    return identity


def destroy(source: int, *, by: User, code: str) -> Identity:
    """Erase who a source is, for good; the source, its evidence and who knew of it stay. `code` is typed to confirm.

    Refused as `choose_readers` is; `ValidationError` for another code name than the source's.
    """
    enter(source, by=by)
    with transaction.atomic():
        identity = managed(source, by=by)
        if code.strip().casefold() != identity.source.code.casefold():
            raise ValidationError({"code": _("Type %s, the code name, to confirm.") % identity.source.code})
        identity.sealed, identity.destroyed_at, identity.destroyed_by = "", timezone.now(), by
        identity.save(update_fields=["sealed", "destroyed_at", "destroyed_by"])
        record_on_desk(by=by, verb="destroy identity", about=identity, data={"code": identity.source.code})
    return identity


def rotate() -> Iterator[str]:
    """Seal every identity anew under the newest key, one after the other: "" for each, or a sentence for one that no
    key opens.
    """
    for pk in list(Identity.objects.filter(destroyed_at=None).order_by("pk").values_list("pk", flat=True)):
        yield renew(pk)


@transaction.atomic
def renew(pk: int) -> str:
    lock_desk()
    identity = Identity.objects.select_for_update().filter(destroyed_at=None).filter(pk=pk).first()
    if identity is None:
        return ""
    try:
        identity.sealed = renewed(identity.sealed)
    except ValidationError as refusal:
        return f"identity {pk}: {refusal.messages[0]}"
    identity.save(update_fields=["sealed"])
    record_on_desk(by=None, verb="rotate identity", about=identity)
    return ""
