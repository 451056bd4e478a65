"""Whether the evidence for the claims of a page is enough."""

from collections.abc import Iterable, Sequence

from newsroom.domain.gate import sealed_under
from newsroom.domain.voiding import Signature
from newsroom.domain.weighing import Subject, rules_of, weigh_all
from newsroom.models import Article
from newsroom.web.rail import Row


def weigh(article: Article, rows: Iterable[Row], signed: Sequence[Signature] | None = None) -> None:
    """Note on every live row what weighing its evidence gave; one query where any has some, and one for the policy in
    force unless the story was read `with_policy`.

    A signed story is held to the policy that it was signed under; `signed` are its signatures, where they were read.
    """
    live = [row for row in rows if not row.dismissed]
    subjects = [Subject(row.id, row.pieces, row.kinds, row.flags, row.start, row.end) for row in live]
    rules = rules_of(sealed_under(article, signed) or getattr(article, "policy_id", None)) if live else ()
    found = weigh_all(subjects, rules, article=article)
    for row in live:
        row.weighed = found[row.id]
