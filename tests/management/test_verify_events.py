"""The command that proves the audit trail."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from newsroom.models import Article, Event
from tests import factories

pytestmark = pytest.mark.django_db


def test_whole_chains_verify() -> None:
    factories.mark(factories.claim(factories.article()))
    out = StringIO()
    call_command("verify_events", stdout=out)
    assert out.getvalue() == "2 chains verify.\n"


def test_the_ends_of_the_chains_can_be_kept_elsewhere() -> None:
    story = factories.mark(factories.claim(factories.article())).claim.article
    out = StringIO()
    call_command("verify_events", ends=True, stdout=out)
    desk, article = Event.objects.get(chain="desk"), Article.objects.get(pk=story.pk)
    assert out.getvalue() == f"desk 1 {desk.hash}\narticle:{story.pk} 2 {article.head}\n2 chains verify.\n"


def test_cut_off_events_are_named() -> None:
    story = factories.article()
    Article.objects.filter(pk=story.pk).update(version=5)
    err = StringIO()
    with pytest.raises(CommandError, match="1 of 2 chains"):
        call_command("verify_events", stderr=err)
    assert f"article:{story.pk}: 5 events were written" in err.getvalue()
