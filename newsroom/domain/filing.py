"""The files of sources: taken in, and given out again."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import closing
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.domain.locking import lock_desk, lock_source, see_source
from newsroom.domain.permissions import Verb, require
from newsroom.domain.recording import record_on_desk
from newsroom.formats.magic import KINDS, ending_of, kind_of
from newsroom.models import Attachment, Source, User

LARGEST = 25_000_000  # bytes
CHUNK = 1 << 20
# Control characters, separators of lines, marks that turn the direction of writing around: "gpj.exe" for "exe.jpg".
UNNAMED = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


class Lost(Exception):
    """A file is not in the store, or not to be read there, or no longer what was put there, which `changed` says."""

    def __init__(self, attachment: Attachment, *, changed: bool) -> None:
        super().__init__(attachment.sha256)
        self.attachment, self.changed = attachment, changed


def keep(source: Source, *, by: User, upload: "UploadedFile[Any]") -> Attachment:
    """Keep a file of a source under its SHA-256. The same bytes again: the attachment that is there.

    Call it outside of a transaction: the bytes are read and stored before anything is locked. `Unseen` for a source
    hidden from the person, `Denied` without the right to attach; `ValidationError` of one sentence for more than 25 MB,
    an empty file, a kind that is not kept, and a name whose ending says something else than the bytes. Then nothing is
    stored.
    """
    see_source(source, by=by, verb=Verb.ATTACH)
    return enter(stored(upload, by=by), source, by=by)


def stored(upload: "UploadedFile[Any]", *, by: User) -> Attachment:
    """Put the bytes of a file into the store; the row is not written yet, and until then nobody finds them.

    Refused as `keep` says, and called outside of a transaction as well.
    """
    require(by, Verb.ATTACH)
    name, data = cleaned(upload.name or ""), whole(upload)
    attachment = Attachment(
        name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data), media_type=media_type(data, name), by=by
    )
    if not lies_there(attachment):
        default_storage.save(path(attachment), ContentFile(data))
    return attachment


@transaction.atomic
def enter(attachment: Attachment, source: Source, *, by: User) -> Attachment:
    """Write the row of a file that lies in the store."""
    lock_desk()  # before the source, as every verb about sources does
    source, _role = lock_source(source, by=by, verb=Verb.ATTACH)
    same = Attachment.objects.filter(source=source, sha256=attachment.sha256).first()
    if same:
        return same
    attachment.source = source
    attachment.save(force_insert=True)
    # Without its name: what people call their files can say who somebody is.
    data = {"attachment": attachment.pk, "sha256": attachment.sha256, "size": attachment.size}
    record_on_desk(by=by, verb="keep file", about=source, data={**data, "type": attachment.media_type})
    return attachment


def must_be_kept(upload: "UploadedFile[Any]") -> None:
    """Raises the `ValidationError` with which `keep` would refuse these bytes, before anything is made for them."""
    media_type(whole(upload), cleaned(upload.name or ""))


def title_of(upload: "UploadedFile[Any]") -> str:
    """What a source is called that is made for a file: the file's name, read as words."""
    name = cleaned(upload.name or "")
    return " ".join(name.removesuffix(ending_of(name)).replace("_", " ").split()) or name


def whole(upload: "UploadedFile[Any]") -> bytes:
    """The bytes of a file, read no further than the bound."""
    upload.seek(0)
    data = bytes(upload.read(LARGEST + 1))
    if len(data) > LARGEST:
        raise ValidationError(_("The file is larger than 25 MB: attach the part that matters."), code="too-large")
    if not data:
        raise ValidationError(_("There is nothing in this file."), code="empty")
    return data


def media_type(data: bytes, name: str) -> str:
    """What the bytes are; `ValidationError` for a kind that is not kept and for a name that says something else."""
    kind, ending = kind_of(data, name), ending_of(name)
    if kind is None:
        kept = ", ".join(kind.endings[0].removeprefix(".") for kind in KINDS)
        raise ValidationError(_("Files of this kind are not kept. These are: %s.") % kept, code="kind")
    if ending and ending not in kind.endings:
        said = _("The file is %(kind)s, but its name ends in “%(ending)s”: let it end in %(right)s.")
        values = {"kind": kind.name, "ending": ending[:20], "right": kind.endings[0]}
        raise ValidationError(said % values, code="ending")
    return kind.media_type


def cleaned(name: str) -> str:
    """A file's name without folders and without characters that hide what it is; at most 255 characters."""
    name = UNNAMED.sub("", name.replace("\\", "/").rpartition("/")[2]).strip()
    ending = ending_of(name)[:20]
    return (name.removesuffix(ending)[: 255 - len(ending)] + ending) or _("file")


def path(attachment: Attachment) -> str:
    """Where a file lies in the store."""
    return f"{attachment.sha256[:2]}/{attachment.sha256}"


def lies_there(attachment: Attachment) -> bool:
    """Whether the store has the file, whole. One that was lost or changed comes back with the same bytes."""
    try:
        content(attachment).close()
    except Lost:
        return False
    return True


def content(attachment: Attachment) -> IO[bytes]:
    """A file, opened at its beginning, after all of it was held against its SHA-256; `Lost` when it is another."""
    if not default_storage.exists(path(attachment)):
        raise Lost(attachment, changed=False)
    try:
        file = default_storage.open(path(attachment))
        found = digest(file)
    except OSError as error:  # another owner's after a backup was played back, a folder, a bad disk
        raise Lost(attachment, changed=False) from error
    if found != attachment.sha256:
        file.close()
        raise Lost(attachment, changed=True)
    file.seek(0)
    return file


def digest(file: IO[bytes]) -> str:
    """SHA-256 (hex) of what is left of a file, read piece by piece."""
    found = hashlib.sha256()
    while chunk := file.read(CHUNK):
        found.update(chunk)
    return found.hexdigest()


def check_files() -> Iterator[str]:
    """For each kept file: "", or a sentence that names it when it is missing, unreadable or no longer what was kept."""
    for attachment in Attachment.objects.select_related("source").order_by("pk").iterator():
        try:
            with closing(content(attachment)):
                yield ""
        except Lost as lost:
            what = "changed" if lost.changed else "unreadable" if lost.__cause__ else "missing"
            yield f"{what}: {attachment.sha256} (file {attachment.pk} of source {attachment.source_id})"
