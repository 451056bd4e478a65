"""Whether the evidence for the claims of a page is enough."""

from collections.abc import Iterable

from newsroom.domain.gate import sealed_under
from newsroom.domain.weighing import Subject, rules_of, weigh_all
from newsroom.models import Article
from newsroom.web.rail import Row


def weigh(article: Article, rows: Iterable[Row]) -> None:
    """Note on every live row what weighing its evidence gave; two queries, one where none has any.

    A signed story is held to the policy that it was signed under.
    """
    live = [row for row in rows if not row.dismissed]
    subjects = [Subject(row.id, row.pieces, row.kinds, row.flags, row.start, row.end) for row in live]
    found = weigh_all(subjects, rules_of(sealed_under(article)), article=article) if live else {}
    for row in live:
        row.weighed = found[row.id]
