"""Fields of the card that are nearly always the same: drawn once for each language, not on every card again."""

from functools import cache

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field, as_crispy_form
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from newsroom.web.forms.review import MarkForm, ReasonForm


def comment_field(form: MarkForm, *, talking: bool) -> SafeString:
    """The comment's field of a form; where nothing can be marked (`talking`) it asks for no reason."""
    if talking:
        form.fields["comment"].widget.attrs["placeholder"] = _("Write to the others about it.")
    return SafeString(as_crispy_field(form["comment"]))


@cache
def empty_comment_field(language: str | None, *, talking: bool) -> SafeString:  # noqa: ARG001 - kept for each
    """The comment's field with nothing in it."""
    return comment_field(MarkForm(), talking=talking)


@cache
def dismissal_fields(language: str | None) -> SafeString:  # noqa: ARG001 - kept for each
    """The fields of a dismissal, which nobody has filled in yet."""
    return SafeString(as_crispy_form(ReasonForm()))
