"""Database triggers: what the application must never do, the database refuses on its own.

Append-only tables take no UPDATE, no DELETE (REPLACE is one on SQLite, given `recursive_triggers`) and no TRUNCATE.
Passages are laid out with their draft and say what it says. Anchors and dismissals carry exactly the words of their
draft, reviews and the copies on claims and quotes exactly those of their anchor. A refusal is an `IntegrityError`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connections, transaction

from newsroom.models.draft import LENGTH

APPEND_ONLY = (
    "newsroom_draft",
    "newsroom_passage",
    "newsroom_capture",
    "newsroom_anchor",
    "newsroom_review",
    "newsroom_suspension",
    "newsroom_dismissal",
    "newsroom_comment",
    "newsroom_event",
    "newsroom_attachment",
    "newsroom_snapshot",
    "newsroom_evidence",
    "newsroom_answer",
    "newsroom_knower",
    "newsroom_policy",
    "newsroom_rule",
    "newsroom_settlement",
    "newsroom_settled",
    "newsroom_correction",
    "newsroom_decision",
    "newsroom_applied",
    "newsroom_signoff",
    "newsroom_dissent",
    "newsroom_erratum",
)


class Rule(NamedTuple):
    """Rows of `table` are refused on `event` where `broken` holds (SQL that both databases understand)."""

    table: str
    event: str
    broken: str
    says: str


def copy_of_anchor(owner: str) -> Rule:
    """The place that a claim or a quote shows is the one its anchor states."""
    return Rule(
        table=f"newsroom_{owner}",
        event='UPDATE OF anchor_id, draft_id, start, "end", wording, state',
        broken=f"""NEW.anchor_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM newsroom_anchor WHERE id = NEW.anchor_id AND {owner}_id = NEW.id AND draft_id = NEW.draft_id
            AND wording = NEW.wording AND state = NEW.state AND coalesce(start, -1) = coalesce(NEW.start, -1)
            AND coalesce("end", -1) = coalesce(NEW."end", -1))""",  # noqa: S608 - two names of our own
        says=f"a {owner} must show the place and the words of its anchor",
    )


def on_its_anchor(table: str) -> Rule:
    """A row about a claim names one of that claim's own anchors."""
    return Rule(
        table=f"newsroom_{table}",
        event="INSERT",
        broken="""NOT EXISTS (
            SELECT 1 FROM newsroom_anchor WHERE id = NEW.anchor_id AND claim_id = NEW.claim_id)""",
        says=f"a {table} must name an anchor of its claim",
    )


def of_its_story(table: str, *names: str) -> Rule:
    """A row about a story names things of that story, where it names any."""
    broken = (
        f"""NEW.{name}_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM newsroom_{name} WHERE id = NEW.{name}_id AND article_id = NEW.article_id)"""  # noqa: S608
        for name in names
    )
    return Rule(f"newsroom_{table}", "INSERT", " OR ".join(broken), f"{table} and story must belong together")


# As many passages say the words as the span reaches over; integers are divided without a rest on both databases.
NOT_ITS_WORDS = f"""(length(NEW.wording) <> NEW."end" - NEW.start
    OR (NEW."end" - 1) / {LENGTH} - NEW.start / {LENGTH} + 1 <> (SELECT count(*) FROM (
        SELECT text, number * {LENGTH} AS at,
            CASE WHEN NEW.start > number * {LENGTH} THEN NEW.start ELSE number * {LENGTH} END AS here,
            CASE WHEN NEW."end" < (number + 1) * {LENGTH} THEN NEW."end" ELSE (number + 1) * {LENGTH} END AS there
        FROM newsroom_passage WHERE draft_id = NEW.draft_id
            AND number BETWEEN NEW.start / {LENGTH} AND (NEW."end" - 1) / {LENGTH}) AS passage
    WHERE substr(text, here - at + 1, there - here) = substr(NEW.wording, here - NEW.start + 1, there - here)))"""  # noqa: S608
RULES = {
    "newsroom_passage_says_its_words": Rule(
        table="newsroom_passage",
        event="INSERT",
        broken=f"""NOT EXISTS (SELECT 1 FROM newsroom_draft WHERE id = NEW.draft_id AND NEW.text <> ''
            AND substr(text, NEW.number * {LENGTH} + 1, {LENGTH}) = NEW.text)""",  # noqa: S608 - a number of our own
        says="a passage must carry exactly the words of its draft",
    ),
    "newsroom_anchor_says_its_words": Rule(
        table="newsroom_anchor",
        event="INSERT",
        broken=f"NEW.start IS NOT NULL AND {NOT_ITS_WORDS}",
        says="an anchor must carry exactly the words of its draft",
    ),
    "newsroom_dismissal_says_its_words": Rule(
        table="newsroom_dismissal",
        event="INSERT",
        broken=NOT_ITS_WORDS,
        says="a dismissal must carry exactly the words of its draft",
    ),
    "newsroom_review_judges_its_words": Rule(
        table="newsroom_review",
        event="INSERT",
        broken="""NOT EXISTS (
            SELECT 1 FROM newsroom_anchor
            WHERE id = NEW.anchor_id AND claim_id = NEW.claim_id AND wording = NEW.wording)""",
        says="a review must carry the words of an anchor of its claim",
    ),
    "newsroom_suspension_is_of_its_claim": Rule(
        table="newsroom_suspension",
        event="INSERT",
        broken="""NOT EXISTS (SELECT 1 FROM newsroom_anchor WHERE id = NEW.anchor_id AND claim_id = coalesce(
            (SELECT claim_id FROM newsroom_review WHERE id = NEW.review_id),
            (SELECT claim_id FROM newsroom_settlement WHERE id = NEW.settlement_id)))""",
        says="a suspension must name an anchor of the claim that was marked",
    ),
    "newsroom_dismissal_takes_back_its_own": Rule(
        table="newsroom_dismissal",
        event="INSERT",
        broken="""NEW.takes_back_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM newsroom_dismissal WHERE id = NEW.takes_back_id AND takes_back_id IS NULL
            AND draft_id = NEW.draft_id AND start = NEW.start AND "end" = NEW."end"
            AND coalesce(claim_id, 0) = coalesce(NEW.claim_id, 0))""",
        says="a dismissal must take back one of the same words",
    ),
    "newsroom_thread_is_of_its_story": Rule(
        table="newsroom_thread",
        event="INSERT",
        broken="""NEW.claim_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM newsroom_claim WHERE id = NEW.claim_id AND article_id = NEW.article_id)""",
        says="a thread must be about a claim of its story",
    ),
    "newsroom_evidence_replaces_its_own": Rule(
        table="newsroom_evidence",
        event="INSERT",
        broken="""NEW.replaces_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM newsroom_evidence WHERE id = NEW.replaces_id AND claim_id = NEW.claim_id
            AND NOT withdrawn)""",
        says="evidence must replace a piece of the same claim",
    ),
    "newsroom_answer_is_to_a_contradiction": Rule(
        table="newsroom_answer",
        event="INSERT",
        broken="""NOT EXISTS (
            SELECT 1 FROM newsroom_evidence WHERE id = NEW.evidence_id AND stance = 'contradicts')""",
        says="an answer must be to evidence that contradicts",
    ),
    "newsroom_settlement_is_on_its_anchor": on_its_anchor("settlement"),
    "newsroom_settled_is_of_its_claim": Rule(
        table="newsroom_settled",
        event="INSERT",
        broken="""NOT EXISTS (SELECT 1 FROM newsroom_settlement JOIN newsroom_review
            ON newsroom_review.claim_id = newsroom_settlement.claim_id
            WHERE newsroom_settlement.id = NEW.settlement_id AND newsroom_review.id = NEW.review_id)""",
        says="a settlement must name reviews of its claim",
    ),
    "newsroom_correction_is_on_its_anchor": on_its_anchor("correction"),
    "newsroom_correction_has_its_evidence": Rule(
        table="newsroom_correction",
        event="INSERT",
        broken="""NEW.evidence_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM newsroom_evidence WHERE id = NEW.evidence_id AND claim_id = NEW.claim_id)""",
        says="a correction must rest on evidence of its claim",
    ),
    "newsroom_applied_is_in_its_story": Rule(
        table="newsroom_applied",
        event="INSERT",
        broken="""NOT EXISTS (SELECT 1 FROM newsroom_correction
            JOIN newsroom_claim ON newsroom_claim.id = newsroom_correction.claim_id
            JOIN newsroom_draft ON newsroom_draft.article_id = newsroom_claim.article_id
            WHERE newsroom_correction.id = NEW.correction_id AND newsroom_draft.id = NEW.draft_id)""",
        says="a correction must be applied in a draft of its story",
    ),
    "newsroom_dissent_is_of_its_story": of_its_story("dissent", "draft"),
    "newsroom_erratum_is_of_its_story": of_its_story("erratum", "draft", "claim"),
    "newsroom_applied_was_accepted": Rule(
        table="newsroom_applied",
        event="INSERT",
        broken="""NOT EXISTS (
            SELECT 1 FROM newsroom_decision WHERE correction_id = NEW.correction_id AND accepted)""",
        says="only an accepted correction can be applied",
    ),
    "newsroom_signoff_is_on_its_words": Rule(
        table="newsroom_signoff",
        event="INSERT",
        broken="""NOT EXISTS (SELECT 1 FROM newsroom_draft
            WHERE id = NEW.draft_id AND article_id = NEW.article_id AND sha256 = NEW.sha256)""",
        says="a signature must carry the hash of its draft",
    ),
    "newsroom_claim_shows_its_anchor": copy_of_anchor("claim"),
    "newsroom_quote_shows_its_anchor": copy_of_anchor("quote"),
}

# Every new draft is laid out in passages by the database itself: a rule that had to walk through two million
# characters for each of thirty thousand anchors would hold the one write lock of SQLite for half a minute.
IN_PASSAGES = "newsroom_draft_in_passages"
LAY_OUT = f"""INSERT INTO newsroom_passage (draft_id, number, text)
    WITH RECURSIVE piece(number) AS (
        SELECT 0 UNION ALL SELECT number + 1 FROM piece WHERE (number + 1) * {LENGTH} < length(NEW.text))
    SELECT NEW.id, number, substr(NEW.text, number * {LENGTH} + 1, {LENGTH}) FROM piece"""  # noqa: S608


def sqlite_triggers() -> dict[str, str]:
    """Name -> CREATE TRIGGER statement."""
    triggers = {
        f"{table}_no_{action.lower()}": f"CREATE TRIGGER {table}_no_{action.lower()} "
        f"BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in APPEND_ONLY
        for action in ("UPDATE", "DELETE")
    }
    for name, rule in RULES.items():
        triggers[name] = (
            f"CREATE TRIGGER {name} BEFORE {rule.event} ON {rule.table} WHEN {rule.broken} "
            f"BEGIN SELECT RAISE(ABORT, '{rule.says}'); END"
        )
    triggers[IN_PASSAGES] = f"CREATE TRIGGER {IN_PASSAGES} AFTER INSERT ON newsroom_draft BEGIN {LAY_OUT}; END"
    return triggers


def postgresql_triggers() -> dict[str, str]:
    """Name -> CREATE TRIGGER statement; `postgresql_functions` come first."""
    triggers = {}
    for table in APPEND_ONLY:
        triggers[f"{table}_no_change"] = (
            f"CREATE OR REPLACE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION newsroom_refuse()"
        )
        triggers[f"{table}_no_truncate"] = (
            f"CREATE OR REPLACE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION newsroom_refuse()"
        )
    for name, rule in RULES.items():
        triggers[name] = (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {rule.event} ON {rule.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    triggers[IN_PASSAGES] = (
        f"CREATE OR REPLACE TRIGGER {IN_PASSAGES} AFTER INSERT ON newsroom_draft "
        f"FOR EACH ROW EXECUTE FUNCTION {IN_PASSAGES}()"
    )
    return triggers


def postgresql_functions() -> list[str]:
    """What the triggers call, as CREATE FUNCTION statements."""
    code = "USING ERRCODE = 'integrity_constraint_violation'"
    bodies = {"newsroom_refuse": f"BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME {code}; END"}
    for name, rule in RULES.items():
        once = "pg_trigger_depth() = 1 AND " if rule.table == "newsroom_passage" else ""
        refuse = f"IF {once}{rule.broken} THEN RAISE EXCEPTION '{rule.says}' {code}; END IF;"
        bodies[name] = f"BEGIN {refuse} RETURN NEW; END"
    # The text is unpacked once, not for every passage; and what this trigger itself lays out needs no second look.
    laid_out = LAY_OUT.replace("NEW.text", "whole")
    bodies[IN_PASSAGES] = f"DECLARE whole text := NEW.text || ''; BEGIN {laid_out}; RETURN NULL; END"
    return [
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
        for name, body in bodies.items()
    ]


def wanted(vendor: str) -> dict[str, str]:
    """Every trigger that a migrated database has, by name; `vendor` is "sqlite" or "postgresql"."""
    return {"sqlite": sqlite_triggers, "postgresql": postgresql_triggers}[vendor]()


def install(using: str) -> None:
    """Put every trigger in place as it is written here; safe to repeat, run after each migrate."""
    connection = connections[using]
    with transaction.atomic(using), connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if not tables.issuperset(APPEND_ONLY):  # migrated back, or part of the way
            return
        if connection.vendor == "sqlite":  # it has no CREATE OR REPLACE TRIGGER
            drop(using, wanted("sqlite"))
        else:
            for function in postgresql_functions():
                cursor.execute(function)
        for statement in wanted(connection.vendor).values():
            cursor.execute(statement)


def make_way(using: str) -> None:
    """Lift the rules that read a second table, run before each migrate.

    SQLite changes a table by building a new one and renaming it, and refuses the renaming while a trigger of
    another table names the one that was dropped.
    """
    if connections[using].vendor == "sqlite":
        drop(using, [*RULES, IN_PASSAGES])


def drop(using: str, names: Iterable[str]) -> None:
    """Only SQLite drops a trigger by its name alone."""
    with connections[using].cursor() as cursor:
        for name in names:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def present(using: str) -> set[str]:
    """The names of our triggers that the database has now."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
    }
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(query[connection.vendor])
        return {name for (name,) in cursor.fetchall() if name.startswith("newsroom_")}
