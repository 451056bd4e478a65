"""Evidence as a form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from newsroom.domain import calculating, filing, sourcing
from newsroom.domain.attaching import LONGEST, Given, Piece
from newsroom.formats.magic import KEPT
from newsroom.models import Evidence, Source, SourceKind, Stance, Tier, User
from newsroom.text.calculation import FUNCTIONS
from newsroom.text.calculation import LONGEST as LONGEST_FORMULA
from newsroom.web.forms.reasons import KeyForm


class EvidenceForm(KeyForm):
    """One box for the source: a known title, or an address; beside it a file. A calculation needs no source.

    Once valid, `piece` and `given` are what the verb takes. `unknown` says that no source has the title that was typed:
    nothing is wrong, but the form comes back once to ask of what `kind` the new one is.
    """

    source = forms.CharField(
        label=lazy("Source"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(
            attrs={
                "list": "known-sources",
                "autocomplete": "off",
                "autofocus": True,
                "placeholder": lazy("Title of a source, or https://…"),
            }
        ),
    )
    file = forms.FileField(
        label=lazy("or a file"),
        required=False,
        allow_empty_file=True,
        max_length=None,
        widget=forms.FileInput(attrs={"accept": ",".join(KEPT)}),
    )
    kind = forms.ChoiceField(
        label=lazy("It is a"),
        required=False,
        choices=SourceKind.choices,
        initial=SourceKind.DOCUMENT,
        widget=forms.RadioSelect,
    )
    tier = forms.ChoiceField(label=lazy("Tier"), choices=Tier.choices, required=False, widget=forms.RadioSelect)
    stance = forms.ChoiceField(
        label=lazy("Stance"), choices=Stance.choices, initial=Stance.SUPPORTS, widget=forms.RadioSelect
    )
    locator = forms.CharField(
        label=lazy("Where in it"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": "p. 14, ¶ 3, 12:31, B7"}),
    )
    passage = forms.CharField(
        label=lazy("Passage"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": lazy("The source’s own words.")}),
    )
    note = forms.CharField(label=lazy("Note"), required=False, max_length=LONGEST)
    inputs = forms.CharField(
        label=lazy("Figures, one a line"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": "yes = 212 (table of 4 July)\nall = 540"}),
    )
    formula = forms.CharField(
        label=lazy("Formula"),
        required=False,
        max_length=LONGEST_FORMULA,
        help_text=lazy("+ - * / ** ( ) and %(names)s.") % {"names": ", ".join(FUNCTIONS)},
        widget=forms.TextInput(attrs={"placeholder": "percent(yes, all)"}),
    )
    result = forms.CharField(
        label=lazy("Result"),
        required=False,
        max_length=60,
        help_text=lazy("As the story has it; the desk works it out anew."),
    )
    unknown = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        figures = self.figures(cleaned)
        if self.errors:
            return cleaned
        source, self.given = self.origin(cleaned)
        if self.errors:
            return cleaned
        cleaned["tier"] = cleaned["tier"] or self.given.tier
        words = {name: cleaned[name] for name in ("tier", "stance", "locator", "passage", "note", "formula", "result")}
        self.piece = Piece(source=source, inputs=figures, **words)
        return cleaned

    def is_valid(self) -> bool:
        """Whether nothing is wrong and nothing is left to ask."""
        return super().is_valid() and not self.unknown

    @property
    def sent(self) -> dict[str, Any]:
        """What the verb takes, once the form is valid."""
        shown = {name: self.cleaned_data[name] for name in ("key", "anchor")}
        return {**shown, "piece": self.piece, "given": self.given}

    def figures(self, cleaned: dict[str, Any]) -> tuple[calculating.Figure, ...]:
        """The figures of a calculation, which is tried out: what is wrong stands beside its field."""
        formula, typed = cleaned.get("formula") or "", cleaned.get("result") or ""
        try:
            found = tuple(calculating.figures(cleaned.get("inputs") or ""))
            if formula:
                calculating.result_of(formula, found, typed=typed)
            elif found or typed:
                raise ValidationError({"formula": _("Write the formula that these figures go into.")})
        except ValidationError as error:
            self.add_error(None, error)
            return ()
        return found

    def upload(self, cleaned: dict[str, Any]) -> "UploadedFile[Any] | None":
        """The file, if it is one that is kept."""
        file: UploadedFile[Any] | None = cleaned.get("file")
        try:
            if file:
                filing.must_be_kept(file)
        except ValidationError as error:
            self.add_error("file", error)
            return None
        return file

    def origin(self, cleaned: dict[str, Any]) -> tuple[Source | None, Given]:
        """The known source that is meant, or what a new one is made of."""
        text, upload = (cleaned.get("source") or "").strip(), self.upload(cleaned)
        if sourcing.is_address(text) and not upload:
            return None, Given(address=text)
        source = sourcing.known(text, user=self.user)
        if source or (upload and not text):
            return source, Given(upload=upload)
        if text and (upload or "new" in self.data):
            facts = sourcing.Facts(title=text, kind=cleaned.get("kind") or SourceKind.DOCUMENT)
            return None, Given(facts=facts, upload=upload)
        if text:
            self.unknown = True
            del self.fields["source"].widget.attrs["autofocus"]  # the question is what to answer next
        elif not cleaned.get("formula") and not self.errors:
            self.add_error("source", _("Name a source, paste an address, attach a file or write a formula."))
        return None, Given()


def shown(evidence: Evidence) -> dict[str, Any]:
    """What the form shows of evidence that is to be changed."""
    names = ("tier", "stance", "locator", "passage", "note", "formula", "result")
    source = evidence.source
    return {
        **{name: getattr(evidence, name) for name in names},
        "inputs": calculating.written(evidence.inputs),
        "source": numbered(source) if source else "",
    }


def numbered(source: Source) -> str:
    """How a source stands in the box: its title, and the number that says which one is meant."""
    return f"{source.title} #{source.pk}"
