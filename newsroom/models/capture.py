"""What an address gave when the server asked it for a story."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.models.draft import Draft


class Capture(models.Model):
    """One page as it was fetched: the bytes that a draft was read from, when and from where. Only ever added."""

    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="capture")
    asked = models.CharField(_("address asked"), max_length=2000)
    address = models.CharField(_("address"), max_length=2000, help_text=_("Where redirects led to."))
    at = models.DateTimeField(_("fetched"))
    sha256 = models.CharField("SHA-256", max_length=64, help_text=_("Of the bytes."))
    data = models.BinaryField(_("bytes"))

    class Meta:
        ordering = ["draft_id"]

    if TYPE_CHECKING:
        id: int
        draft_id: int

    def __str__(self) -> str:
        return self.address
