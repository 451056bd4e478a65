"""What nobody can have written is refused by every verb that keeps words, in one sentence and beside its field."""

import uuid
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain import (
    assigning,
    claiming,
    dismissing,
    inviting,
    preferring,
    quoting,
    reviewing,
    staffing,
    talking,
)
from newsroom.domain.importing import Details, import_article
from newsroom.domain.writing import must_be_text
from newsroom.formats.document import Document, Piece
from newsroom.models import Article, Claim, Draft, User
from tests import factories

NUL, HALF = "ab\0c", "ab\ud800c"


@pytest.mark.parametrize(
    ("text", "what"), [(NUL, "a NUL"), (HALF, "half of a surrogate pair"), ("ab\udfff", "half of")]
)
def test_the_sentence_says_where_and_what(text: str, what: str) -> None:
    with pytest.raises(ValidationError, match=f"Character 3 can't be kept: it is {what}") as refusal:
        must_be_text(byline="Ada", comment=text)
    assert list(refusal.value.message_dict) == ["comment"]


def test_writing_of_every_kind_is_kept() -> None:
    must_be_text(text="Ærø 🚢 قال שלום \u200d\u2067\ufffd\ufffe\x01\x7f\r\n\t", empty="")


def words_of(draft: Draft) -> dict[str, Any]:
    start = draft.text.index("Kell Bridge")
    return {"start": start, "end": start + 11, "wording": "Kell Bridge"}


# Field -> the verb that is given the text for it.
VERBS: dict[str, Callable[[Any, str], Any]] = {
    "comment of a mark": lambda d, text: reviewing.mark(
        d.claim, by=d.checker, verdict="sourced", anchor=d.claim.anchor_id, number=0, comment=text
    ),
    "comment": lambda d, text: talking.comment(d.claim, by=d.checker, text=text, key=uuid.uuid4()),
    "reason": lambda d, text: claiming.dismiss(d.claim, by=d.checker, reason=text),
    "reason for words": lambda d, text: dismissing.dismiss_words(
        d.article.current, by=d.checker, reason=text, **words_of(d.article.current)
    ),
    "speaker": lambda d, text: quoting.correct_speaker(d.quote, by=d.checker, speaker=text, anchor=d.quote.anchor_id),
    "byline": lambda d, text: assigning.assign(d.article, by=d.editor, authors=[], byline=text, desk="", deadline=None),
    "desk": lambda d, text: assigning.assign(d.article, by=d.editor, authors=[], byline="", desk=text, deadline=None),
    "last_name": lambda d, text: preferring.prefer(
        d.checker, by=d.checker, first_name="Ada", last_name=text, single_keys=True
    ),
    "first_name": lambda d, text: staffing.describe(
        d.checker, by=None, username="ada", email="ada@desk.example", first_name=text, last_name=""
    ),
    "username": lambda _d, text: inviting.invite(text, by=None, email="ada@desk.example"),
    "email": lambda _d, text: inviting.invite("ada", by=None, email=text),
}


@pytest.mark.parametrize("text", [NUL, HALF], ids=["nul", "half"])
@pytest.mark.parametrize("name", VERBS)
def test_every_verb_asks(article: Article, claim: Claim, checker: User, editor: User, name: str, text: str) -> None:
    desk = SimpleNamespace(article=article, claim=claim, checker=checker, editor=editor, quote=factories.quote(article))
    with pytest.raises(ValidationError, match="Character 3 can't be kept") as refusal:
        VERBS[name](desk, text)
    assert list(refusal.value.message_dict) == [name.partition(" ")[0]]


def bring(by: User, text: str = "It rained.", **details: str) -> Article:
    document = Document("Rain in May", None, (Piece("body", "paragraph", text),))
    return import_article(document, by=by, details=Details(**details))


@pytest.mark.parametrize("text", [NUL, HALF], ids=["nul", "half"])
@pytest.mark.parametrize("name", ["byline", "desk"])
def test_an_import_asks(editor: User, name: str, text: str) -> None:
    with pytest.raises(ValidationError, match="Character 3 can't be kept") as refusal:
        bring(editor, **{name: text})
    assert list(refusal.value.message_dict) == [name]
    assert not Article.objects.exists()


def test_a_story_with_a_nul_is_refused_and_half_a_pair_is_replaced(editor: User) -> None:
    """Canonical text shows what UTF-8 can't hold as U+FFFD, as it does for every file."""
    for sent in ({"headline": "Rain\0 in May"}, {"text": "It \0rained."}):
        with pytest.raises(ValidationError, match="can't be kept"):
            bring(editor, **sent)
    article = bring(editor, text="It \ud800rained.", headline="Rain \udfffin May")
    assert article.current.text == "Rain \ufffdin May\n\nIt \ufffdrained."


def test_a_files_name_can_be_any_bytes(editor: User) -> None:
    document = factories.document(headline="Rain in May")
    article = import_article(document, by=editor, details=Details(), origin="caf\udce9.txt")
    assert Article.objects.get(pk=article.pk).current.origin == "caf?.txt"
