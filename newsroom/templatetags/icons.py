"""Bootstrap's icons, drawn into the page so that they take the text's colour."""

from functools import cache
from pathlib import Path

import js_lib_bootstrap_icons
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
FOLDER = Path(js_lib_bootstrap_icons.__file__).parent / "static" / "bootstrap-icons"


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """The icon as inline SVG, hidden from screen readers: its button or link says the word."""
    svg = (FOLDER / f"{name}.svg").read_text()
    return mark_safe(svg.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S308 - the package's own file
