"""What a source's address said when somebody looked."""

import hashlib

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.fetching import Fetched, Unfetched, page_at
from newsroom.domain.locking import lock_desk, lock_source, see_source
from newsroom.domain.permissions import Verb
from newsroom.domain.reaching import INTERNET, Net
from newsroom.domain.reading import sentence
from newsroom.domain.recording import record_on_desk
from newsroom.domain.writing import UNKEPT
from newsroom.formats import html
from newsroom.formats.document import Unreadable
from newsroom.models import Snapshot, Source, SourceKind, User
from newsroom.text.canonical import compose


def take(source: Source, *, by: User, net: Net = INTERNET) -> Snapshot:
    """Fetch the page at a source's address and keep its text, status and hash; each call is a look of its own.

    What fails is kept too, with the reason: also that this desk fetches no pages. Call it outside of a transaction: the
    network may take 10 s, and nothing is locked meanwhile. `Unseen` for a hidden source, `Denied` without the right to
    attach, `ValidationError` without an address.
    """
    see_source(source, by=by, verb=Verb.ATTACH)
    address = Source.objects.values_list("address", flat=True).get(pk=source.pk)
    if not address:
        raise ValidationError(_("This source has no address to look at."), code="no-address")
    return store(looked_at(address, net=net), source, by=by)


def is_due(source: Source) -> bool:
    """Whether it is a web page that nobody has looked at."""
    return source.kind == SourceKind.PAGE and bool(source.address) and not source.snapshots.exists()


def looked_at(address: str, *, net: Net) -> Snapshot:
    """What there is to see at an address, not yet stored."""
    if not settings.FETCH_ADDRESSES:
        return Snapshot(asked=address, failure=_("the server does not fetch pages here"))
    try:
        page = page_at(address, net=net)
    except ValidationError as error:
        status = error.status if isinstance(error, Unfetched) else None
        return Snapshot(asked=address, status=status, failure=" ".join(error.messages)[:300])
    try:
        return Snapshot(
            asked=address, address=page.address[:2000], status=page.status, sha256=page.sha256, text=text_of(page)
        )
    except Unreadable as error:
        return Snapshot(asked=address, address=page.address[:2000], status=page.status, failure=sentence(error)[:300])


def text_of(page: Fetched) -> str:
    """The words of a page as the desk reads stories, without the signs that no database keeps."""
    encoding = html.meant(page.charset) or "utf-8" if page.charset else None
    document = html.read(page.data, encoding=encoding, base=page.address)
    return UNKEPT.sub("\ufffd", compose(document.blocks).text)


@transaction.atomic
def store(snapshot: Snapshot, source: Source, *, by: User) -> Snapshot:
    """Write what was seen beside its source."""
    lock_desk()  # before the source, as every verb about sources does
    source, _role = lock_source(source, by=by, verb=Verb.ATTACH)
    snapshot.source, snapshot.by = source, by
    snapshot.save(force_insert=True)
    # Without the address, which not everybody may know of; with what proves the words, for the bytes are not kept.
    words, failed = hashlib.sha256(snapshot.text.encode()).hexdigest(), bool(snapshot.failure)
    data = {"snapshot": snapshot.pk, "status": snapshot.status, "sha256": snapshot.sha256}
    record_on_desk(by=by, verb="take snapshot", about=source, data={**data, "words": words, "failed": failed})
    return snapshot
