"""The words of a story as a form takes them: pasted, or from a file; read once, and kept until they are brought in."""

import codecs
import hashlib
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.fetching import Fetched
from newsroom.domain.reading import sentence
from newsroom.formats import html, markdown, plain
from newsroom.formats.choosing import ENDINGS, LARGEST, choose
from newsroom.formats.document import Document, Unreadable
from newsroom.formats.packing import pack, unpack
from newsroom.text.canonical import compose
from newsroom.web.forms.choices import ENCODINGS

WRITTEN = {"": lazy("Words as they stand"), "markdown": "Markdown", "html": "HTML"}
READERS = {"markdown": markdown.parse, "html": html.parse}
CHANGES = {"": lazy("as accepted"), "rejected": lazy("as rejected")}
Fetch = Callable[[str], Fetched]
SALT = "newsroom.words"


def fingerprint_of(text: str) -> str:
    """The same for a text before and after it has been in a browser's box, which may change its white space."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def packed(page: Fetched) -> dict[str, str]:
    """A fetched page as strings, to wait in the form with what was read from it."""
    data = b64encode(zlib.compress(page.data)).decode()
    return {"asked": page.asked, "address": page.address, "at": page.at.isoformat(), "data": data}


def unpacked(values: dict[str, str]) -> Fetched:
    data = zlib.decompress(b64decode(values["data"]))
    return Fetched(values["asked"], values["address"], datetime.fromisoformat(values["at"]), data)


class WordsForm(forms.Form):
    """`document` is what was read, once the form is valid, and `origin` where it is from.

    Whatever is refused, what could be read is not lost: words of a text file stand in the box afterwards, everything
    else waits in `read`, and `note` says so. `seen` is of what the person was last shown.
    """

    text = forms.CharField(
        label=lazy("The story"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=lazy(
            "Headline in the first line, a blank line, then the story. A date may stand before the headline."
        ),
    )
    written = forms.ChoiceField(label=lazy("What is pasted is"), required=False, choices=list(WRITTEN.items()))
    file = forms.FileField(
        label=lazy("File"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        help_text=lazy("Instead of pasting: %(endings)s.") % {"endings": ", ".join(ENDINGS)},
    )
    address = forms.CharField(
        label=lazy("Address"),
        required=False,
        max_length=2000,
        widget=forms.URLInput,
        help_text=lazy("Instead of both: a public web page, which the server fetches once and keeps."),
    )
    encoding = forms.ChoiceField(
        label=lazy("Encoding of the file"), required=False, choices=[("", lazy("as it says")), *ENCODINGS.items()]
    )
    changes = forms.ChoiceField(label=lazy("Read tracked changes"), required=False, choices=list(CHANGES.items()))

    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    read = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    document: Document | None = None
    page: Fetched | None = None
    origin = "pasted"
    words = note = ""

    def __init__(self, *args: Any, fetch: Fetch | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fetch = fetch
        if fetch is None:
            del self.fields["address"]
        self.fields["text"].validators = []  # a NUL is refused where the text is read, like everything else in it

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file, address = cleaned.get("text") or "", cleaned.get("file"), cleaned.get("address") or ""
        fingerprint, _space, kept_from = (cleaned.get("kept") or "").partition(" ")
        if fingerprint == fingerprint_of(text):
            self.origin, text = kept_from or self.origin, "" if file else text
        if file and text.strip():
            self.add_error("file", _("Either paste the words or attach a file: which of the two is the story?"))
        elif address and (file or text.strip()):
            self.add_error(
                "address", _("Take the story from the address or from what is pasted or attached, not both.")
            )
        elif file:
            self.read_file(file, cleaned)
        elif address and not self.take_up(cleaned.get("read") or "", address):
            self.read_address(address, cleaned)
        elif self.document is None and (text.strip() or not self.take_up(cleaned.get("read") or "")):
            self.read_text(text, cleaned)
        if self.errors:
            self.keep()
        return cleaned

    def read_text(self, text: str, cleaned: dict[str, Any]) -> None:
        if not text.strip():
            self.add_error("text", _("Paste the words of the story here, or attach a file."))
            return
        written = cleaned.get("written") or ("html" if html.recognised(text[:4000].encode(errors="replace")) else "")
        try:
            words = plain.decode(text.encode("utf-8", "surrogatepass"))
            parse = READERS.get(written)
            self.document = parse(words, rejected=bool(cleaned.get("changes"))) if parse else plain.parse(words)
        except Unreadable as error:
            self.add_error("text", sentence(error))

    def read_file(self, file: "UploadedFile[Any]", cleaned: dict[str, Any]) -> None:
        """Read a file, or say beside it why that can't be done."""
        data, name, encoding = file.read(LARGEST + 1), str(file.name), cleaned.get("encoding") or ""
        self.origin = f"{name} ({ENCODINGS[encoding]})" if encoding else name
        try:
            format = choose(data, name)
            if format.read is plain.read:
                self.words = plain.decode(data, encoding=encoding or None)
                self.document = plain.parse(self.words)
            else:
                rejected = bool(cleaned.get("changes"))
                self.document = format.read(data, encoding=encoding or None, rejected=rejected)
        except Unreadable as error:
            self.add_error("file", self.proposed(name, data, error) if error.encoding else sentence(error))

    def read_address(self, address: str, cleaned: dict[str, Any]) -> None:
        """Fetch a page and read it, or say beside the address why that can't be done."""
        assert self.fetch is not None  # noqa: S101 - there is no such field otherwise
        try:
            page = self.fetch(address)
            charset = page.charset and (html.meant(page.charset) or "utf-8")
            encoding, rejected = cleaned.get("encoding") or charset or None, bool(cleaned.get("changes"))
            self.document = html.read(page.data, encoding=encoding, rejected=rejected, base=page.address)
            self.page, self.origin = page, page.address
        except Unreadable as error:
            self.add_error("address", sentence(error))
        except ValidationError as error:
            self.add_error("address", error)

    def take_up(self, read: str, address: str = "") -> bool:
        """Go on with what was read before from a file or this very address; whether there was anything."""
        try:
            kept = signing.loads(read, salt=SALT) if read else None
        except signing.BadSignature:
            return False
        page = unpacked(kept["page"]) if kept and kept["page"] else None
        if not kept or (page and page.asked) != (address or None):
            return False
        self.document, self.origin, self.page = unpack(kept["document"]), kept["origin"], page
        return True

    def proposed(self, file: str, data: bytes, error: Unreadable) -> str:
        """What is wrong with a file's bytes; what an encoding would make of them goes into the box to be judged."""
        encoding = codecs.lookup(error.encoding).name
        said = _("This file is not UTF-8: byte %(n)s (0x%(byte)02x) does not belong there.")
        said %= {"n": error.position, "byte": data[error.position or 0]}
        if encoding not in ENCODINGS or not file.lower().endswith((".txt", ".text")):
            return said + " " + _("Choose its encoding and attach it again.")
        try:
            self.words = plain.decode(data, encoding=encoding)
        except Unreadable as other:
            return sentence(other)
        self.origin = f"{file} ({ENCODINGS[encoding]})"
        self.note = _(
            "Here is how %(file)s reads as %(encoding)s. If it reads right, go on; "
            "if not, choose another encoding and attach the file again."
        ) % {"file": file, "encoding": ENCODINGS[encoding]}
        return said

    def keep(self, *, shown: bool = False) -> None:
        """Have what was read, and where it is from, in the form when it comes again; `shown` if with a preview."""
        data = cast(QueryDict, self.data).copy()
        if self.words:
            data["text"], data["kept"] = self.words, f"{fingerprint_of(self.words)} {self.origin}"
            said = _("Here are the words of %(file)s. There is no need to attach it again.")
        elif self.document and not data.get("text", "").strip():
            page = packed(self.page) if self.page else None
            waiting = {"document": pack(self.document), "origin": self.origin, "page": page}
            data["read"] = signing.dumps(waiting, salt=SALT, compress=True)
            said = _("%(file)s was read. There is no need to attach it again.")
            said = _("%(file)s was fetched, and is not asked again.") if self.page else said
        else:
            data["read"] = said = ""
        data["seen"] = self.mark if shown else ""
        self.data = data
        self.note = self.note or (said and said % {"file": self.origin})

    @property
    def mark(self) -> str:
        """What was read, in one hash: the person brings in what was shown and nothing else."""
        assert self.document is not None  # noqa: S101 - asked of a document alone
        notes = "".join(note.text for note in self.document.notes)
        return fingerprint_of(compose(self.document.blocks).sha256 + self.origin + notes)

    @property
    def was_seen(self) -> bool:
        return self.document is not None and self.cleaned_data.get("seen") == self.mark
