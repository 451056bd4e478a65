"""The next draft of a story."""

from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from newsroom.domain.locking import Conflict
from newsroom.web.forms.words import WordsForm


class DraftForm(WordsForm):
    """`base` is the draft that the page showed as the current one."""

    base = forms.IntegerField(widget=forms.HiddenInput)

    def refuse(self, error: ValidationError) -> None:
        """Say what the verb refused; what was read is kept. Who was told of another draft may add this one behind it
        by sending it again.
        """
        self.keep()
        if isinstance(error, Conflict):
            cast(QueryDict, self.data)["base"] = str(error.fresh["base"])
        self.add_error(None, ValidationError(error.messages))
