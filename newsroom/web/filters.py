"""Which claims a story's page lists, and in which order: said by its address, and kept by every link and form on it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from newsroom.models import Kind

SHOWS = {
    "open": _("Open"),
    "mine": _("Mine"),
    "disputed": _("Disputed"),
    "short": _("Short"),
    "changed": _("Changed"),
    "talk": _("Talk"),
    "all": _("All"),
    "dismissed": _("Dismissed"),
}
ORDERS = {"": _("In text order"), "risk": _("Riskiest first")}
KNOWN = {"show": SHOWS, "kind": dict(Kind.choices), "order": ORDERS}


@dataclass(frozen=True)
class Filters:
    """One filter by state (`show`), one by `kind`, and the order; "" where none was asked for."""

    show: str = ""
    kind: str = ""
    order: str = ""

    @cached_property
    def query(self) -> str:
        """What is asked for, as a part of an address: "show=open&kind=number"."""
        return "&".join(f"{name}={value}" for name in KNOWN if (value := getattr(self, name)))  # slugs of ours

    @cached_property
    def more(self) -> SafeString:
        """The same as HTML, behind another part of an address."""
        return mark_safe(f"&{self.query}".replace("&", "&amp;") if self.query else "")  # noqa: S308 - slugs of ours

    @cached_property
    def fields(self) -> SafeString:
        """The same as hidden fields of a form."""
        asked = [(name, getattr(self, name)) for name in KNOWN if getattr(self, name)]
        return format_html_join("", '<input type="hidden" name="{}" value="{}">', asked)

    def but(self, **other: str) -> Self:
        """These filters with another value for some."""
        return replace(self, **other)


def asked(request: HttpRequest) -> Filters:
    """The filters that a post, or the address, asks for; unknown values are as good as none."""
    sent = {name: request.POST.get(name) or request.GET.get(name, "") for name in KNOWN}
    return Filters(**{name: value for name, value in sent.items() if value in KNOWN[name]})
