"""Bringing a story in: its words, and what the person knows about it."""

from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain.importing import AlreadyHere, Details
from newsroom.domain.previewing import Preview
from newsroom.models import Access
from newsroom.models.article import AUTHORS_HELP
from newsroom.web.forms.choices import language_name, spoken_languages
from newsroom.web.forms.people import PeopleField, PeopleForm
from newsroom.web.forms.stories import DeadlineField
from newsroom.web.forms.words import WordsForm


def told_languages() -> list[tuple[str, str]]:
    """Nothing said, and each language."""
    return [("", _("as it reads")), *spoken_languages()]


class IntakeForm(PeopleForm, WordsForm):
    """What is filled in here wins over what the text says. `told` is what the page says of the language."""

    told = ""

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
    language = forms.ChoiceField(label=lazy("Language"), required=False, choices=told_languages)
    access = forms.ChoiceField(
        label=lazy("Open to"),
        choices=Access.choices,
        initial=Access.DESK,
        widget=forms.RadioSelect,
        help_text=lazy("Members are its authors, you, and whom an editor among these lets in."),
    )

    @property
    def details(self) -> Details:
        names = ("headline", "byline", "desk", "dated", "deadline", "language", "access")
        filled = {name: self.cleaned_data[name] for name in names}
        return Details(**filled, authors=tuple(self.cleaned_data["authors"]))

    def show(self, preview: Preview) -> None:
        """Keep what is shown; a language that nobody chose is what the words read like, to be seen and changed."""
        self.keep(shown=True)
        chosen, self.told = self.cleaned_data["language"], ""
        cast(QueryDict, self.data)["language"] = preview.language
        reads = preview.reads and language_name(preview.reads)
        if chosen and preview.reads and preview.reads != chosen:
            self.told = _("This reads like %(reads)s, but the language chosen is %(chosen)s: look at it again.")
            self.told %= {"reads": reads, "chosen": language_name(chosen)}
        elif not chosen:
            said = _("This reads like %(reads)s. If it is not, choose the language.")
            unsure = _("The words do not tell their language: it is taken for English unless you choose another.")
            self.told = said % {"reads": reads} if reads else unsure

    def refuse(self, error: ValidationError) -> None:
        """Note what the desk refused beside the field that it is about."""
        self.keep()
        if not isinstance(error, AlreadyHere):
            self.add_error(None, error)
            return
        address = reverse("review-article", args=[error.article.pk])
        said = _("This text is on the desk already:")
        self.add_error("text", format_html('{} <a href="{}">{}</a>', said, address, error.article))
