"""The next draft of a story: pasted, or a file of any format that the desk reads."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.locking import Conflict
from newsroom.domain.reading import sentence
from newsroom.formats import choosing, plain
from newsroom.formats.document import Document, Unreadable

MOST = 4 * plain.LIMIT + 5  # one byte more than any encoding of the longest story takes


class DraftForm(forms.Form):
    """`document` is what was read, once the form is valid; what was pasted stays in the box whatever is refused."""

    base = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=lazy("The new draft"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=lazy("Headline in the first line, a blank line, then the whole story as it reads now."),
    )
    file = forms.FileField(
        label=lazy("File"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(choosing.ENDINGS)}),
        help_text=lazy("Instead of pasting."),
    )

    document: Document | None = None
    origin = "pasted"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators = []  # a NUL is refused where the text is read, like everything else in it

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file = cleaned.get("text") or "", cleaned.get("file")
        if file and text.strip():
            self.add_error("file", _("Either paste the words or attach a file: which of the two is the new draft?"))
        elif not file and not text.strip():
            self.add_error("text", _("Paste the words of the new draft here, or attach a file."))
        else:
            self.read(file, text)
        return cleaned

    def refuse(self, error: ValidationError) -> None:
        """Say what the verb refused. Who was told of another draft may add this one behind it by sending it again."""
        if isinstance(error, Conflict):
            self.data = {**dict(self.data.items()), "base": error.fresh["base"]}
        self.add_error(None, ValidationError(error.messages))

    def read(self, file: Any, text: str) -> None:
        """Read the one that is there, or say beside it why that can't be done."""
        try:
            if file:
                self.origin = str(file.name)
                self.document = choosing.read(file.read(MOST), name=self.origin)
            else:
                self.document = plain.read(text.encode("utf-8", "surrogatepass"))
        except Unreadable as error:
            self.add_error("file" if file else "text", sentence(error))
