"""Editors who know who an unnamed source is, on record."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import assigning
from newsroom.domain.permissions import Denied, Unseen
from newsroom.domain.vouching import vouch
from newsroom.models import Access, Event, Evidence, Knower
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_editor_is_on_record_once(editor, checker):
    source = factories.source(by=checker, anonymous=True)
    knower = vouch(source, by=editor)
    assert vouch(source, by=editor) == knower and (knower.source, knower.editor) == (source, editor)
    event = Event.objects.get(verb="vouch")
    assert (event.chain, event.object, event.account, event.data) == ("desk", f"source:{source.pk}", editor, {})
    assert vouch(source, by=factories.user("editor")) != knower


def test_a_named_source_needs_nobody(editor, checker):
    with pytest.raises(ValidationError, match="This source is named"):
        vouch(factories.source(by=checker), by=editor)
    assert not Knower.objects.exists()


def test_who_may(editor, checker, claim):
    source = factories.source(by=checker, anonymous=True)
    for role in ("checker", "reporter", "legal"):
        with pytest.raises(Denied):
            vouch(source, by=factories.user(role))
    Evidence.objects.create(claim=claim, source=source, by=editor, role="editor")
    assigning.restrict(claim.article, by=editor, access=Access.RESTRICTED)
    with pytest.raises(Unseen):
        vouch(source, by=factories.user("editor"))
    assert vouch(source, by=editor).pk
