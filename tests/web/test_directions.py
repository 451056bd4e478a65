"""Words that are written from right to left stand the right way round on pages that are not."""

import re
import uuid

import pytest
from django.test import Client

from newsroom.domain import attaching, correcting
from newsroom.models import Role
from tests import factories

pytestmark = pytest.mark.django_db
SAID = "هل وصلت السفينة؟"


def test_what_people_write_has_its_own_direction(client: Client) -> None:
    editor = factories.user(Role.EDITOR)
    client.force_login(editor)
    story = factories.article(text=f"The board wrote: {SAID} It paid 212,000 crowns.")
    claim = factories.claim_on(story, SAID, by=editor)
    fields = {"source": factories.source(by=editor), "stance": "contradicts", "passage": SAID, "note": SAID}
    row = factories.evidence(claim, by=editor, **fields)
    attaching.answer(row, by=editor, text=SAID)
    shown = {"anchor": claim.anchor_id or 0, "key": uuid.uuid4(), "reason": SAID}
    correcting.propose(claim, by=editor, old=SAID, new="", **shown)
    factories.query(claim, by=editor, text=SAID)
    pages = {
        f"/stories/{story.pk}/?claim={claim.pk}": ("q", "bdi"),
        f"/sources/{row.source_id}/": ("q",),
        f"/stories/{story.pk}/corrections/": ("h2", "p"),
        f"/stories/{story.pk}/history/": ("p",),
        "/queries/?whose=all": ("a",),
    }
    for path, tags in pages.items():
        html = client.get(path).content.decode()
        for tag in tags:
            opened = "<bdi>" if tag == "bdi" else rf'<{tag}\b[^>]* dir="auto"[^>]*>'
            assert re.search(rf"{opened}(?:<del>)?{SAID}", html), (path, tag)
