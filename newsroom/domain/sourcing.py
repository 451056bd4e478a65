"""Describing sources: each once, for every claim and story that rests on it.

What a source is called can turn out to be somebody's name, and events are for ever: they name the row and the fields
that changed, and repeat nothing that was written in them.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from newsroom.domain import shifting
from newsroom.domain.importing import folded
from newsroom.domain.locking import Conflict, lock_desk, lock_source
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record_on_desk
from newsroom.domain.writing import UNKEPT, must_be_text
from newsroom.models import Article, Claim, Evidence, Identity, Source, SourceKind, Stance, User

LISTED = 20  # claims that a refusal names
NUMBERED = re.compile(r"#([0-9]{1,15})\s*$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a source. With a `code` name it is confidential: then it has neither `person` nor `contact`."""

    title: str
    kind: str = SourceKind.DOCUMENT
    address: str = ""
    publisher: str = ""
    dated: date | None = None
    origin: str = ""
    person: str = ""
    contact: str = ""
    anonymous: bool = False
    code: str = ""
    language: str = ""


class InUse(ValidationError):
    """A source that evidence names, or ever named, stays: `claims` are those that the person may see, `others` counts
    the rest.
    """

    def __init__(self, claims: list[Claim], others: int) -> None:
        said = [_("Evidence names this source, so it stays:")]
        said += [f"{claim.article.headline}: “{claim.wording[:120]}”" for claim in claims]
        if others:  # how many is nobody's business who does not see their story
            said.append(_("More rests on it, which is not listed here."))
        super().__init__([ValidationError(sentence, code="in-use") for sentence in said])
        self.claims, self.others = claims, others


@transaction.atomic
def make(facts: Facts, *, by: User) -> Source:
    """A new source. The same facts again from the same person, while nothing rests on it: that row is returned.

    `ValidationError` by field for what is missing, too long or no address, for a code name that is taken, and for a
    name beside a code name; `Denied` without the role.
    """
    require(by, Verb.ATTACH)
    lock_desk()
    facts = checked(facts)
    there = Source.objects.filter(created_by=by, evidence=None, version=1, **asdict(facts)).first()
    if there:
        return there
    source = Source(created_by=by, **asdict(facts), folded=searchable(facts))
    must_be_clean(source)
    source.save(force_insert=True)
    record_on_desk(by=by, verb="make source", about=source, data={"kind": source.kind})
    return source


@transaction.atomic
def edit(source: Source, *, by: User, facts: Facts, version: int) -> Source:
    """Other facts, in every place where the source is named. `version` is the one that the page showed.

    Every story with live evidence from it is told, also one that the person does not see: there it moves what the
    policy says of the claims. Nothing differs: no change. `Conflict` when somebody changed it meanwhile or attached
    evidence from it elsewhere, `ValidationError` as in `make`, and for taking the code name from a source whose
    identity is in the vault; `Unseen` for one that the person may not know of.
    """
    lock_desk()
    stories = shifting.lock_stories(source)
    (source, role), facts = lock_source(source, by=by, verb=Verb.ATTACH), checked(facts)
    changed = [name for name, value in asdict(facts).items() if getattr(source, name) != value]
    if not changed:
        return source
    if source.version != version:
        raise Conflict(
            _("Somebody else changed this source after your page was loaded. Look at it before you save over it."),
            was="",
            now=source.title,
            fresh={"version": source.version},
        )
    if "code" in changed and Identity.objects.filter(source=source).exists():
        raise ValidationError({"code": _("The vault knows this source by its code name, so that stays.")})
    if "kind" in changed and facts.kind == SourceKind.AI:
        must_not_silence(source)
    was = shifting.values_of(source)
    for name in changed:
        setattr(source, name, getattr(facts, name))
    source.folded, source.version = searchable(facts), source.version + 1
    must_be_clean(source)
    source.save(update_fields=[*changed, "folded", "title_folded", "version"])
    record_on_desk(by=by, verb="edit source", about=source, data={"fields": changed, "version": source.version})
    shifting.tell(source, was, stories, by=by, role=role)
    return source


def must_not_silence(source: Source) -> None:
    """Raises `ValidationError` where the source contradicts a claim and nobody has answered it: output of AI tools
    never counts, so that calling it that would do away with the contradiction.
    """
    if Evidence.objects.live().filter(source=source, stance=Stance.CONTRADICTS, answer=None).exists():
        raise ValidationError({"kind": _("It contradicts a claim. Answer or withdraw that first.")})


@transaction.atomic
def remove(source: Source, *, by: User) -> Source:
    """A source that nothing rests on goes. `InUse` when evidence names or ever named it, with the claims;
    `ValidationError` when a file, a snapshot or an identity is kept with it.
    """
    lock_desk()
    source, _role = lock_source(source, by=by, verb=Verb.ATTACH)
    must_be_unused(source, by)
    kept = (source.attachments, source.snapshots, source.knowers)
    if any(rows.exists() for rows in kept) or Identity.objects.filter(source=source).exists():
        raise ValidationError(_("Files, snapshots or an identity are kept with this source, so it stays."))
    record_on_desk(by=by, verb="delete source", about=source)
    source.delete()
    return source


def must_be_unused(source: Source, by: User) -> None:
    claims = Claim.objects.filter(pk__in=Evidence.objects.filter(source=source).values("claim"))
    used = claims.count()
    if used:
        seen = claims.filter(article__in=Article.objects.visible_to(by)).select_related("article")
        listed = list(seen.order_by("-article_id", "start", "pk")[:LISTED])
        raise InUse(listed, used - len(listed))


def checked(facts: Facts) -> Facts:
    """The facts without white space around them; raises `ValidationError` by field for what can't be kept."""
    texts = {name: value.strip() for name, value in asdict(facts).items() if isinstance(value, str)}
    texts["title"] = " ".join(texts["title"].split())
    must_be_text(**texts)
    facts = Facts(**texts, dated=facts.dated, anonymous=facts.anonymous or bool(texts["code"]))
    if not facts.title:
        raise ValidationError({"title": _("Give the source a title: what a colleague would look for.")})
    if facts.address and not is_address(facts.address):
        raise ValidationError({"address": _("An address on the web starts with https:// or http://.")})
    if facts.code and (facts.person or facts.contact):
        field = "person" if facts.person else "contact"
        raise ValidationError({field: _("A confidential source has no name or contact here: the vault keeps those.")})
    return facts


def is_address(text: str) -> bool:
    """Whether this is the address of something on the web."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text and text.isprintable()
    except ValueError:
        return False


def must_be_clean(source: Source) -> None:
    """Raises `ValidationError` by field for what the database would refuse."""
    source.clean_fields(exclude=["created_by", "folded"])
    if source.code and Source.objects.exclude(pk=source.pk).filter(code=source.code).exists():
        raise ValidationError({"code": _("Another source has this code name.")})


def searchable(facts: Facts) -> str:
    return folded(facts.title, facts.publisher, facts.origin, facts.person, facts.code, facts.address)


def search(user: User, text: str = "", *, kind: str = "") -> QuerySet[Source]:
    """The sources that this person may know of in which every word of `text` stands, by title."""
    found = Source.objects.visible_to(user)
    for word in folded(UNKEPT.sub(" ", text)).split()[:10]:
        found = found.filter(folded__contains=word)
    return found.filter(kind=kind) if kind else found


def known(text: str, *, user: User) -> Source | None:
    """The visible source that somebody means: by the number at the end ("… #12") where the words before it are the
    source's as well ("Photograph #3" can be a title), or the only one with this title.
    """
    numbered = NUMBERED.search(text)
    if numbered and (source := search(user, text[: numbered.start()]).filter(pk=int(numbered[1])).first()):
        return source
    title = folded(" ".join(UNKEPT.sub(" ", text).split()))
    begins = Source.objects.visible_to(user).filter(folded__startswith=title) if title else Source.objects.none()
    titled = [pk for pk, whole in begins.values_list("pk", "title") if whole.casefold() == title]
    return Source.objects.get(pk=titled[0]) if len(titled) == 1 else None


@transaction.atomic
def page_at(address: str, *, by: User) -> Source:
    """The visible source with this address, or a new one of the kind *web page*, called by its address."""
    lock_desk()
    there = Source.objects.visible_to(by).filter(address=address.strip()).order_by("pk").first()
    if there:
        return there
    parts = urlsplit(address.strip())
    title = f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"[:300]
    return make(Facts(title=title, kind=SourceKind.PAGE, address=address), by=by)
