"""A desk with at least one row in every table that promises something."""

import pytest
from django.utils import timezone

from newsroom.domain import assigning, claiming
from newsroom.domain.fetching import Fetched, capture
from newsroom.models import Access, Article, Role
from tests import factories


@pytest.fixture
def furnished(db: None) -> Article:
    """A restricted story with a mark, a suspended mark, a dismissal, a comment and a capture."""
    editor, checker = factories.user(Role.EDITOR), factories.user(Role.CHECKER)
    article = factories.article(by=editor)
    first = factories.claim_on(article, "212,000 crowns", by=checker)
    factories.mark(first, by=checker)
    draft = article.current
    start = draft.text.index("a third more")
    changed = factories.claim_on(article, "40 hours", by=checker)
    factories.mark(changed, by=checker)
    assert changed.anchor_id is not None
    claiming.change_bounds(
        changed, by=editor, anchor=changed.anchor_id, start=start, end=start + 12, wording="a third more"
    )
    claiming.dismiss(factories.claim_on(article, "Kell Bridge", by=checker), by=checker, reason="A name.")
    factories.comment(first, by=checker)
    capture(draft, Fetched("https://e.example/", "https://e.example/", timezone.now(), b"<p>Words."))
    assigning.restrict(article, by=editor, access=Access.RESTRICTED, members=[checker])
    return Article.objects.get(pk=article.pk)
