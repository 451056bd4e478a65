"""Promises 1, 2 and 3 in the database itself: raw SQL and the ORM alike are refused, on both databases."""

import importlib
import uuid
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F

from newsroom.models import (
    Anchor,
    AnchorState,
    Answer,
    Applied,
    Article,
    Attachment,
    Capture,
    Claim,
    Comment,
    Correction,
    Decision,
    Dismissal,
    Dissent,
    Draft,
    Erratum,
    Event,
    Evidence,
    Knower,
    Passage,
    Policy,
    Quote,
    Review,
    Rule,
    Settled,
    Settlement,
    SignOff,
    Snapshot,
    Suspension,
    Thread,
    triggers,
)
from newsroom.models.draft import LENGTH
from tests import factories

KEPT = {
    model._meta.db_table: model
    for model in (
        *(Draft, Passage, Capture, Anchor, Review, Suspension, Dismissal, Comment, Event),
        *(Attachment, Snapshot, Evidence, Answer, Knower, Policy, Rule, Settlement, Settled),
        *(Correction, Decision, Applied, SignOff, Dissent, Erratum),
    )
}
ON_SQLITE = "sqlite" in connection.vendor
RAW = {
    "update": "UPDATE {table} SET id = id",
    "delete": "DELETE FROM {table}",
    "upsert": "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT (id) DO UPDATE SET id = excluded.id",
}
if ON_SQLITE:
    RAW |= {
        "replace": "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "update or replace": "UPDATE OR REPLACE {table} SET id = id",
    }
else:
    RAW |= {"truncate": "TRUNCATE {table} CASCADE"}


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def refuses(sql: str, says: str) -> None:
    """The statement fails with this message, and the rows before it are still there."""
    with pytest.raises(IntegrityError, match=says), transaction.atomic():
        run(sql)


def test_the_append_only_tables_are_these() -> None:
    assert set(triggers.APPEND_ONLY) == set(KEPT)


@pytest.mark.django_db
def test_after_migrate_every_trigger_is_there() -> None:
    kept = {f"{table}_no_{how}" for table in KEPT for how in (("update", "delete") if ON_SQLITE else ("change",))}
    if not ON_SQLITE:
        kept |= {f"{table}_no_truncate" for table in KEPT}
    assert triggers.present("default") == kept | set(triggers.RULES) | {triggers.IN_PASSAGES}
    assert triggers.present("default") == set(triggers.wanted(connection.vendor))


@pytest.mark.parametrize("how", RAW)
@pytest.mark.parametrize("table", KEPT)
def test_raw_changes_are_refused(furnished: Article, table: str, how: str) -> None:
    before = KEPT[table].objects.order_by("pk").values()
    assert before
    connection.check_constraints()  # PostgreSQL truncates nothing while foreign keys wait to be checked
    refuses(RAW[how].format(table=table), "append-only")
    assert list(KEPT[table].objects.order_by("pk").values()) == list(before)


@pytest.mark.parametrize("model", KEPT.values())
def test_orm_changes_are_refused(furnished: Article, model: type[models.Model]) -> None:
    rows = model._default_manager.all()
    row = rows.first()
    assert row is not None
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        row.save(force_update=True)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        rows.update(id=F("id"))
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        rows._raw_delete("default")  # type: ignore[attr-defined]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.delete()


def test_a_forged_review_cannot_take_the_place_of_one(furnished: Article) -> None:
    """Its own key is new; what REPLACE would push aside is found by the number."""
    review = Review.objects.earliest("at")
    columns = ["claim_id", "reviewer_id", "number", "anchor_id", "wording", "comment", "role", "at"]
    verb = "INSERT OR REPLACE" if ON_SQLITE else "INSERT"
    forged = uuid.uuid4().hex
    refuses(
        f"{verb} INTO newsroom_review (id, verdict, {', '.join(columns)}) "
        f"SELECT '{forged}', 'opinion', {', '.join(columns)} FROM newsroom_review WHERE number = {review.number}",
        "append-only" if ON_SQLITE else "review_number_once",
    )
    assert not Review.objects.filter(verdict="opinion").exists()


# --- Triggers outlive migrations ---


def columns_that_grow() -> list[tuple[type[models.Model], str]]:
    return [(Draft, "origin"), (Anchor, "why"), (Review, "role"), (Dismissal, "reason"), (Comment, "name")]


@pytest.mark.parametrize(("model", "name"), columns_that_grow())
@pytest.mark.django_db(transaction=True)
def test_a_table_rebuilt_by_a_migration_gets_its_triggers_back(model: type[models.Model], name: str) -> None:
    """SQLite changes a column by building the table anew; the rows come through and stay protected."""
    factories.comment(factories.mark(factories.claim(factories.article())).claim)
    rows = list(model._default_manager.order_by("pk").values())
    field = model._meta.get_field(name)
    wider = field.clone()
    wider.max_length += 1
    wider.set_attributes_from_name(name)
    wider.model = model
    for old, new in ((field, wider), (wider, field)):
        emit_pre_migrate_signal(verbosity=0, interactive=False, db="default")
        with connection.schema_editor() as editor:
            editor.alter_field(model, old, new)
        call_command("migrate", verbosity=0)
        assert triggers.present("default") == set(triggers.wanted(connection.vendor))
    assert list(model._default_manager.order_by("pk").values()) == rows


@pytest.mark.django_db
def test_triggers_that_were_dropped_or_changed_come_back_with_the_next_migrate() -> None:
    table = "newsroom_event"
    gone = f"{table}_no_update" if ON_SQLITE else f"{table}_no_change"
    run(f"DROP TRIGGER {gone}" if ON_SQLITE else f"DROP TRIGGER {gone} ON {table}")
    rule = triggers.RULES["newsroom_review_judges_its_words"]
    name = "newsroom_review_judges_its_words"
    if ON_SQLITE:
        run(f"DROP TRIGGER {name}")
        run(f"CREATE TRIGGER {name} BEFORE INSERT ON {rule.table} BEGIN SELECT 1; END")
    else:
        run(f"ALTER TABLE {rule.table} DISABLE TRIGGER {name}")
    run("UPDATE newsroom_event SET id = id")  # nobody says no
    call_command("migrate", verbosity=0)
    assert triggers.present("default") == set(triggers.wanted(connection.vendor))
    refuses("UPDATE newsroom_event SET id = id", "append-only")
    mark = factories.mark(factories.claim(factories.article()))
    with pytest.raises(IntegrityError, match=rule.says), transaction.atomic():
        Review.objects.create(
            claim=mark.claim, reviewer=mark.reviewer, number=9, anchor=mark.anchor, wording="else", verdict="opinion"
        )


def test_a_half_migrated_database_is_left_alone(furnished: Article) -> None:
    run("ALTER TABLE newsroom_event RENAME TO newsroom_event_elsewhere")
    before = triggers.present("default")
    triggers.install("default")
    assert triggers.present("default") == before


# --- Anchors carry the words of their draft ---

TEXTS = {
    "plain": "The repair cost 212,000 crowns in nine weeks.",
    "beyond the BMP": "Ferry 🚢🚢 and 𝔎ell bridge 𝟚𝟙𝟚 cost 🪙 5.",
    "combining marks": "Cafe\u0301 Zu\u0308rich e\u0301 u\u0308 o\u0302\u0301 paid.",
    "joined emoji": "A 👩‍👩‍👧‍👦 and a 🏳️‍🌈 came 🇳🇴🇸🇪.",
    "right to left": "قال الوزير إن الكلفة ٥٠ مليونًا في شباط",
    "mixed direction": "He said «قال» then עברית 12% \u2068x\u2069.",
    "Han and kana": "部長は「五十人が来た」と述べた。",
    "line feeds": "One line\nand another\n\nand a block\tend.",
}


def draft_of(text: str) -> tuple[Draft, Claim]:
    article = factories.article()
    claim = factories.claim(article)
    draft = Draft.objects.create(
        article=article, number=2, text=text, blocks=[], sha256="", origin="test", created_by=article.created_by
    )
    return draft, claim


@pytest.mark.django_db
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_an_anchor_says_exactly_its_words(text: str) -> None:
    """Counted in code points at every place of every script; words from one code point further on are refused."""
    draft, claim = draft_of(text)
    for start in range(len(text) - 3):
        span = {"claim": claim, "draft": draft, "number": start + 2, "start": start, "end": start + 3}
        right, lookalikes = text[start : start + 3], {text[start + 1 : start + 4], text[start : start + 2]}
        Anchor.objects.create(**span, wording=right)
        for wrong in {*lookalikes, right + " ", right.swapcase()} - {right}:
            with pytest.raises(IntegrityError, match="exactly the words"), transaction.atomic():
                Anchor.objects.create(**{**span, "number": 1000}, wording=wrong)


@pytest.mark.django_db
def test_lookalike_words_are_not_the_words() -> None:
    """Composed letters, other quotation marks and a no-break space are other code points."""
    draft, claim = draft_of("Cafe\u0301 “Nord” 5 km")
    for wrong in (
        "Café “Nord” 5 km",
        'Cafe\u0301 "Nord" 5 km',
        "Cafe\u0301 “Nord” 5\u00a0km",
        "CAFE\u0301 “NORD” 5 KM",
    ):
        with pytest.raises(IntegrityError, match="exactly the words"), transaction.atomic():
            Anchor.objects.create(claim=claim, draft=draft, number=2, start=0, end=len(wrong), wording=wrong)


@pytest.mark.django_db
def test_many_anchors_at_once_are_each_looked_at() -> None:
    """One INSERT for all, far apart in a long text; a single wrong one refuses them all."""
    unit = "Über 40 🚢 kamen. "
    text = unit * 8000
    draft, claim = draft_of(text)
    starts = range(0, len(text), len(unit) * 400)
    rows = [
        Anchor(claim=claim, draft=draft, number=n, start=start, end=start + 9, wording=unit[:9])
        for n, start in enumerate(starts, start=2)
    ]
    Anchor.objects.bulk_create(rows)

    def backwards(number: int) -> list[Anchor]:
        same = {"claim": claim, "draft": draft}
        spans = [(row.number + number, row.start, row.end, row.wording) for row in reversed(rows)]
        return [Anchor(**same, number=n, start=start, end=end, wording=wording) for n, start, end, wording in spans]

    Anchor.objects.bulk_create(backwards(100))
    for wrong in (0, len(rows) // 2, len(rows) - 1):
        again = backwards(200)
        again[wrong].wording = "Über 41 🚢"
        with pytest.raises(IntegrityError, match="exactly the words"), transaction.atomic():
            Anchor.objects.bulk_create(again)


# --- Passages: a draft's text once more, in pieces ---

SCRIPTS = "".join(TEXTS.values())
SEAMED = SCRIPTS * (2 * LENGTH // len(SCRIPTS) + 2) + "The very end."


@pytest.mark.django_db
@pytest.mark.parametrize("text", [*TEXTS.values(), SEAMED], ids=[*TEXTS, "long"])
def test_passages_are_the_text_in_order(text: str) -> None:
    draft, _claim = draft_of(text)
    passages = list(draft.passages.order_by("number").values_list("number", "text"))
    assert "".join(words for _number, words in passages) == text
    assert [number for number, _words in passages] == list(range((len(text) - 1) // LENGTH + 1))


@pytest.mark.django_db
def test_a_passage_that_the_draft_does_not_say_is_refused() -> None:
    """Else a forged one behind the end could carry forged anchors."""
    draft, _claim = draft_of("Only this.")
    for number, text in ((1, "More than this."), (1, ""), (-1, "Only this."), (1, "Only this.")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Passage.objects.create(draft=draft, number=number, text=text)
    assert draft.passages.count() == 1


@pytest.mark.django_db
def test_anchors_over_the_seams_of_passages_say_exactly_their_words() -> None:
    draft, claim = draft_of(SEAMED)
    spans = [(seam + a, seam + b) for seam in (LENGTH, 2 * LENGTH) for a in (-2, -1, 0) for b in (1, 2, 5)]
    spans += [(0, len(SEAMED)), (LENGTH - 3, 2 * LENGTH + 3), (LENGTH, 2 * LENGTH), (len(SEAMED) - 4, len(SEAMED))]
    for number, (start, end) in enumerate(spans, start=2):
        span, words = {"claim": claim, "draft": draft, "start": start, "end": end}, SEAMED[start:end]
        wrongs = ("#" + words[1:], words[:-1] + "#", words + "#", words[:-1], words[:2] + "#" + words[3:])
        for wrong in {*wrongs} - {words}:
            with pytest.raises(IntegrityError), transaction.atomic():
                Anchor.objects.create(**span, number=1000, wording=wrong)
        Anchor.objects.create(**span, number=number, wording=words)


@pytest.mark.django_db
@pytest.mark.parametrize("end", [len(SEAMED) + 1, 4 * LENGTH])
def test_behind_the_end_of_the_text_there_are_no_words(end: int) -> None:
    draft, claim = draft_of(SEAMED)
    start = len(SEAMED) - 3
    for wording in (SEAMED[start:], SEAMED[start:].ljust(end - start)):
        with pytest.raises(IntegrityError, match="exactly the words"), transaction.atomic():
            Anchor.objects.create(claim=claim, draft=draft, number=2, start=start, end=end, wording=wording)


@pytest.mark.django_db
def test_drafts_from_before_are_laid_out_by_the_migration() -> None:
    for text in (SEAMED, *TEXTS.values()):
        draft_of(text)
    before = list(Passage.objects.order_by("draft_id", "number").values_list("draft_id", "number", "text"))
    run(f"DROP TRIGGER newsroom_passage_no_{'delete' if ON_SQLITE else 'change ON newsroom_passage'}")
    Passage.objects.all()._raw_delete("default")
    migration = importlib.import_module("newsroom.migrations.0004_passages")
    assert migration.LENGTH == LENGTH
    migration.lay_out(apps, SimpleNamespace(connection=connection))
    assert list(Passage.objects.order_by("draft_id", "number").values_list("draft_id", "number", "text")) == before


@pytest.mark.django_db
def test_an_anchor_in_a_draft_that_is_not_there_is_refused() -> None:
    claim = factories.claim(factories.article())
    with pytest.raises(IntegrityError, match="exactly the words"), transaction.atomic():
        Anchor.objects.create(claim=claim, draft_id=10**9, number=2, start=0, end=3, wording="The")


@pytest.mark.django_db
@pytest.mark.parametrize("state", [AnchorState.CUT, AnchorState.SPLIT, AnchorState.AMBIGUOUS])
def test_words_that_were_not_found_need_no_place(state: AnchorState) -> None:
    draft, claim = draft_of("Quite another story.")
    anchor = Anchor.objects.create(claim=claim, draft=draft, number=2, wording=claim.wording, state=state)
    assert (anchor.start, anchor.end) == (None, None)


# --- What copies an anchor says the same ---


def test_a_review_carries_the_words_of_its_claims_anchor(furnished: Article) -> None:
    mark = Review.objects.filter(suspension=None).earliest("at")
    same = {"claim": mark.claim, "reviewer": mark.reviewer, "verdict": "sourced", "role": "checker"}
    other = Anchor.objects.filter(draft=mark.claim.draft).exclude(claim=mark.claim).exclude(claim=None).earliest("id")
    for number, anchor, wording in ((7, mark.anchor, "other words"), (8, other, other.wording)):
        with pytest.raises(IntegrityError, match="words of an anchor of its claim"), transaction.atomic():
            Review.objects.create(**same, number=number, anchor=anchor, wording=wording)
    Review.objects.create(**same, number=9, anchor=mark.anchor, wording=mark.wording)


def test_a_dismissal_carries_the_words_of_its_draft(furnished: Article) -> None:
    row = Dismissal.objects.get()
    same = {"draft": row.draft, "start": row.start, "end": row.end, "reason": "no fact", "by": row.by}
    with pytest.raises(IntegrityError, match="exactly the words"), transaction.atomic():
        Dismissal.objects.create(**same, wording="Kell bridge")
    Dismissal.objects.create(**same, wording=row.wording)


def test_a_suspension_names_an_anchor_of_the_claim_that_was_marked(furnished: Article) -> None:
    mark = Review.objects.filter(suspension=None).earliest("at")
    for other in (Anchor.objects.exclude(claim=mark.claim).exclude(claim=None), Anchor.objects.exclude(quote=None)):
        with pytest.raises(IntegrityError, match="anchor of the claim"), transaction.atomic():
            Suspension.objects.create(review=mark, anchor=other[0], why="words changed")
    Suspension.objects.create(review=mark, anchor=mark.anchor, why="words changed")


def test_a_dismissal_takes_back_one_of_the_same_words(furnished: Article) -> None:
    row = Dismissal.objects.get()
    same = {"draft": row.draft, "claim": row.claim, "start": row.start, "end": row.end, "wording": row.wording}
    shorter = {"end": row.end - 1, "wording": row.wording[:-1]}
    for wrong in (shorter, {"claim": None}, {"claim": factories.claim(furnished)}):
        with pytest.raises(IntegrityError, match="take back one of the same words"), transaction.atomic():
            Dismissal.objects.create(**{**same, **wrong}, takes_back=row, by=row.by)
    back = Dismissal.objects.create(**same, takes_back=row, by=row.by)
    with pytest.raises(IntegrityError, match="take back one of the same words"), transaction.atomic():
        Dismissal.objects.create(**same, takes_back=back, by=row.by)


def test_a_thread_is_about_a_claim_of_its_story(furnished: Article) -> None:
    other = factories.article()
    with pytest.raises(IntegrityError, match="a claim of its story"), transaction.atomic():
        Thread.objects.create(article=other, claim=factories.claim(furnished))
    Thread.objects.create(article=other, claim=factories.claim(other))
    Thread.objects.create(article=other)


def test_every_foreign_key_protects_what_it_points_at() -> None:
    """2b.9. (Who writes a story, and who has which role, are lists without a history of their own.)"""
    ours = apps.get_app_config("newsroom").get_models()
    keys = [field for model in ours for field in model._meta.local_fields if field.is_relation]
    assert len(keys) > 25
    assert {field.remote_field.on_delete for field in keys} == {models.PROTECT}  # type: ignore[union-attr]


@pytest.mark.parametrize("model", [Claim, Quote])
def test_claims_and_quotes_show_the_place_of_their_anchor(furnished: Article, model: type[Claim] | type[Quote]) -> None:
    one, other = model.objects.filter(article=furnished).order_by("pk")[:2]
    assert one.start is not None
    assert one.end is not None
    for change in (
        {"wording": one.wording + "!"},
        {"start": one.start + 1},
        {"end": one.end - 1},
        {"state": AnchorState.MOVED},
        {"start": None, "end": None, "state": AnchorState.CUT},
        {"anchor": other.anchor},
    ):
        with pytest.raises(IntegrityError, match="the place and the words of its anchor"), transaction.atomic():
            model.objects.filter(pk=one.pk).update(**change)
    model.objects.filter(pk=one.pk).update(anchor=one.anchor, wording=one.wording)


def test_every_kept_model_is_one_of_ours() -> None:
    """A new append-only thing must be named in the list above and in `triggers.APPEND_ONLY`."""
    said = {
        model for model in apps.get_app_config("newsroom").get_models() if "Only ever added" in (model.__doc__ or "")
    }
    assert said | {Draft, Anchor} == set(KEPT.values())
