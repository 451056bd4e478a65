"""Bringing a story in: its words, pasted or from a text file, and what the person knows about it."""

import codecs
import hashlib
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.importing import AlreadyHere, Details
from newsroom.domain.reading import sentence
from newsroom.formats import plain
from newsroom.formats.document import Document, Unreadable
from newsroom.models import Access
from newsroom.models.article import AUTHORS_HELP
from newsroom.web.forms.choices import ENCODINGS, spoken_languages
from newsroom.web.forms.people import PeopleField, PeopleForm
from newsroom.web.forms.stories import DeadlineField

MOST = 4 * plain.LIMIT + 5  # one byte more than any encoding of the longest story takes


def fingerprint_of(text: str) -> str:
    """The same for a text before and after it has been in a browser's box, which may change its white space."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


class IntakeForm(PeopleForm):
    """What is filled in here wins over what the text says. `document` is what was read, once the form is valid.

    Whatever is refused, the words that could be read stand in the box afterwards, and `note` says how they got there.
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
    file = forms.FileField(
        label=lazy("Text file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".txt,text/plain"}),
        help_text=lazy("Instead of pasting: a .txt file of at most 2 MB."),
    )
    encoding = forms.ChoiceField(
        label=lazy("Encoding of the file"), required=False, choices=[("", lazy("UTF-8, as usual")), *ENCODINGS.items()]
    )
    headline = forms.CharField(
        label=lazy("Headline"), required=False, max_length=300, help_text=lazy("Empty: the one in the text.")
    )
    byline = forms.CharField(
        label=lazy("Byline"), required=False, max_length=200, help_text=lazy("As it is to be printed.")
    )
    authors = PeopleField(label=lazy("Authors"), required=False, help_text=AUTHORS_HELP)
    desk = forms.CharField(
        label=lazy("Desk"), required=False, max_length=60, widget=forms.TextInput(attrs={"list": "desks"})
    )
    dated = forms.DateField(
        label=lazy("Date"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=lazy("Empty: the one in the text."),
    )
    deadline = DeadlineField()
    language = forms.ChoiceField(label=lazy("Language"), choices=spoken_languages, initial="en")
    access = forms.ChoiceField(
        label=lazy("Open to"), choices=Access.choices, initial=Access.DESK, widget=forms.RadioSelect
    )

    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    document: Document | None = None
    origin = "pasted"
    words = note = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators = []  # a NUL is refused where the text is read, like everything else in it

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file = cleaned.get("text") or "", cleaned.get("file")
        fingerprint, _space, kept_from = (cleaned.get("kept") or "").partition(" ")
        if fingerprint == fingerprint_of(text):
            self.origin, text = kept_from or self.origin, "" if file else text
        if file and text.strip():
            self.add_error("file", _("Either paste the words or attach a file: which of the two is the story?"))
        elif file:
            self.read_file(file, cleaned.get("encoding") or "")
        else:
            self.read_text(text)
        return cleaned

    def read_text(self, text: str) -> None:
        if not text.strip():
            self.add_error("text", _("Paste the words of the story here, or attach a text file."))
            return
        try:
            self.document = plain.read(text.encode("utf-8", "surrogatepass"))
        except Unreadable as error:
            self.add_error("text", sentence(error))

    def read_file(self, file: "UploadedFile[Any]", encoding: str) -> None:
        """Read a file, or say beside it why that can't be done."""
        if not (file.name or "").lower().endswith(".txt"):
            self.add_error("file", _("Only .txt files can be read. Save it as plain text, or paste its words."))
            return
        data = file.read(MOST)
        self.origin = f"{file.name} ({ENCODINGS[encoding]})" if encoding else str(file.name)
        try:
            self.words = plain.decode(data, encoding=encoding or None)
        except Unreadable as error:
            self.add_error("file", self.proposed(str(file.name), data, error) if error.encoding else sentence(error))
            return
        self.document = plain.parse(self.words)
        if self.errors:
            self.keep_words()

    def proposed(self, file: str, data: bytes, error: Unreadable) -> str:
        """What is wrong with a file's bytes; what an encoding would make of them goes into the box to be judged."""
        encoding = codecs.lookup(error.encoding).name
        said = _("This file is not UTF-8: byte %(n)s (0x%(byte)02x) does not belong there.")
        said %= {"n": error.position, "byte": data[error.position or 0]}
        if encoding not in ENCODINGS:
            return said + " " + _("Choose its encoding and attach it again.")
        try:
            self.words = plain.decode(data, encoding=encoding)
        except Unreadable as other:
            return sentence(other)
        self.origin = f"{file} ({ENCODINGS[encoding]})"
        self.keep_words()
        self.note = _(
            "Here is how %(file)s reads as %(encoding)s. If it reads right, bring it in; "
            "if not, choose another encoding and attach the file again."
        ) % {"file": file, "encoding": ENCODINGS[encoding]}
        return said

    def keep_words(self) -> None:
        """Have the words of the file in the box when the form is shown again, and remember where they are from."""
        data = cast(QueryDict, self.data).copy()
        data["text"], data["kept"] = self.words, f"{fingerprint_of(self.words)} {self.origin}"
        self.data = data
        self.note = _("Here are the words of %(file)s. There is no need to attach it again.") % {"file": self.origin}

    @property
    def details(self) -> Details:
        names = ("headline", "byline", "desk", "dated", "deadline", "language", "access")
        filled = {name: self.cleaned_data[name] for name in names}
        return Details(**filled, authors=tuple(self.cleaned_data["authors"]))

    def refuse(self, error: ValidationError) -> None:
        """Note what the desk refused beside the field that it is about."""
        if self.words:
            self.keep_words()
        if not isinstance(error, AlreadyHere):
            self.add_error(None, error)
            return
        address = reverse("review-article", args=[error.article.pk])
        said = _("This text is on the desk already:")
        self.add_error("text", format_html('{} <a href="{}">{}</a>', said, address, error.article))
