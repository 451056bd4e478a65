"""Links that stand in no claim are counted with their addresses: nothing that came with a story is lost unseen."""

import pytest

from newsroom.domain.drafting import add_draft
from newsroom.domain.importing import Details, import_article
from newsroom.domain.straying import LINKS
from newsroom.formats import html
from newsroom.formats.document import Document
from newsroom.models import Claim, User
from tests import factories

pytestmark = pytest.mark.django_db
STORY = """<h1>The pump is back</h1>
<p>It was a <a href="https://weather.example/">fine morning</a> at the quay.
The pump cost <a href="https://board.example/costs">212,000 crowns</a>.</p>"""


def page(text: str) -> Document:
    return html.read(text.encode())


@pytest.fixture
def editor() -> User:
    return factories.user("editor")


def test_a_link_is_a_lead_of_its_claim_or_counted_with_its_address(editor: User) -> None:
    article = import_article(page(STORY), by=editor, details=Details())
    leads = [lead["href"] for claim in article.claims.all() for lead in claim.leads]
    assert leads == ["https://board.example/costs"]
    assert article.current.losses == [{"kind": LINKS, "count": 1, "words": ["https://weather.example/"]}]


def test_a_claim_that_a_person_made_takes_the_link_of_the_next_draft(editor: User) -> None:
    article = import_article(page(STORY), by=editor, details=Details())
    claim = factories.claim_on(article, "fine morning")
    text = STORY.replace("212,000", "221,000") + '<p>It was a <a href="https://quay.example/">fine evening</a> too.</p>'
    draft = add_draft(article, page(text), by=editor, base=article.draft_id or 0)
    assert Claim.objects.get(pk=claim.pk).leads == [{"href": "https://weather.example/", "words": "fine morning"}]
    assert draft.losses == [{"kind": LINKS, "count": 1, "words": ["https://quay.example/"]}]


def test_where_every_link_has_its_claim_nothing_is_counted(editor: User) -> None:
    text = STORY.replace('<a href="https://weather.example/">fine morning</a>', "fine morning")
    assert import_article(page(text), by=editor, details=Details()).current.losses == []
