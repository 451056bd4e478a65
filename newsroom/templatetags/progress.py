"""The progress line of a story, drawn as SVG so that it needs no inline style."""

from collections.abc import Mapping
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from newsroom.models import Standing

register = template.Library()

ORDER = (
    Standing.SOURCED,
    Standing.OPINION,
    Standing.SPLIT,
    Standing.DISPUTED,
    Standing.SUSPENDED,
    Standing.OPEN,
)
HEIGHT = 8
GAP = 2
ALWAYS = (Standing.SOURCED, Standing.OPINION, Standing.DISPUTED, Standing.OPEN)  # counted although there are none
LEAST = 3  # one claim of three hundred is still seen


@register.simple_tag
def meter(counts: Mapping[str, int], width: int = 600) -> SafeString:
    """A bar with one stretch for each standing that occurs, and the same in words for who can't see it.

    `counts` maps standings to numbers of claims. `width` is about how many pixels wide the page shows it: the
    drawing is stretched to its box, and its gaps come out right near that width.
    """
    rects = "".join(
        f'<rect class="{standing}" x="{x}" y="0" width="{length}" height="{HEIGHT}"/>'
        for standing, x, length in stretches(counts, width)
    )
    return mark_safe(  # noqa: S308 - standings and numbers; the words are escaped
        f'<svg class="meter" role="img" aria-label="{escape(in_words(counts))}" viewBox="0 0 {width} {HEIGHT}" '
        f'preserveAspectRatio="none">{rects}</svg>'
    )


@register.simple_tag
def tally(counts: Mapping[str, int]) -> SafeString:
    """The numbers behind the bar, each with its word."""
    return mark_safe(  # noqa: S308 - numbers; the words are escaped
        "\n".join(
            f"<span><b>{counts[standing]}</b> {escape(str(standing.label))}</span>"
            for standing in ORDER
            if counts[standing] or standing in ALWAYS
        )
    )


def stretches(counts: Mapping[str, int], width: int) -> list[tuple[str, float, float]]:
    """Standing, left edge and length of each stretch: in proportion, but never thinner than `LEAST`."""
    present = [standing for standing in ORDER if counts.get(standing)]
    total = sum(counts[standing] for standing in present)
    room = width - GAP * (len(present) - 1) - LEAST * len(present)
    x, found = 0.0, []
    for standing in present:
        length = LEAST + room * counts[standing] / total
        found.append((standing.value, round(x, 2), round(length, 2)))
        x += length + GAP
    return found


def in_words(counts: Mapping[str, int]) -> str:
    """For example "31 claims: 18 sourced, 2 disputed, 11 open"."""
    parts = [f"{counts[standing]} {standing.label}" for standing in ORDER if counts.get(standing)]
    total = sum(counts.get(standing, 0) for standing in ORDER)
    if not total:
        return gettext("no claims yet")
    claims = ngettext("%(n)s claim", "%(n)s claims", total) % {"n": total}
    return f"{claims}: {', '.join(parts)}"
