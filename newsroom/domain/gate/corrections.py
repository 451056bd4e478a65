"""Other words that were accepted and that no draft has yet."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from newsroom.domain.gate.problem import Problem, cited
from newsroom.models import Correction


def unapplied(corrections: Iterable[Correction]) -> Iterator[Problem]:
    for row in corrections:
        said = {"old": cited(row.old), "new": cited(row.new)}
        text = _("“%(old)s” is to read “%(new)s”, and no draft has that yet.")
        struck = _("“%(old)s” is to go, and no draft is without it yet.")
        yield Problem("correction", (text if row.new else struck) % said, f"correction:{row.pk}")
