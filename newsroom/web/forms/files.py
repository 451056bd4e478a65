"""A file for a source."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from newsroom.formats.magic import KEPT


class FileForm(forms.Form):
    """What may be in it is decided by the verb, which looks at the bytes."""

    file = forms.FileField(
        label=lazy("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join(KEPT)}),
        help_text=lazy("Up to 25 MB. Its name stays with it, so let that say nothing which must not be known."),
    )
