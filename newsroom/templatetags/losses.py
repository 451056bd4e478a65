"""What could not be brought in, in a person's words."""

from collections.abc import Mapping
from typing import Any

from django import template

from newsroom.domain.losing import counted
from newsroom.formats.notes import Loss

register = template.Library()


@register.filter
def lost(loss: Loss | Mapping[str, Any]) -> str:
    """ "1 text box", of a loss as a reader counts it or as a draft keeps it."""
    row = loss.as_json() if isinstance(loss, Loss) else loss
    return counted(row["kind"], row["count"])
