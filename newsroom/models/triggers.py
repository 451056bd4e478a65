"""Database triggers: what the application must never do, the database refuses on its own.

Append-only tables take no UPDATE, no DELETE (REPLACE is one on SQLite, given `recursive_triggers`) and no TRUNCATE.
Anchors and dismissals carry exactly the words of their draft, reviews and the copies on claims and quotes exactly those
of their anchor. A refusal is an `IntegrityError` in Django.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db import connections, transaction

APPEND_ONLY = (
    "newsroom_draft",
    "newsroom_anchor",
    "newsroom_review",
    "newsroom_suspension",
    "newsroom_dismissal",
    "newsroom_comment",
    "newsroom_event",
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


NOT_ITS_WORDS = """NOT EXISTS (SELECT 1 FROM newsroom_draft WHERE id = NEW.draft_id
    AND substr(text, NEW.start + 1, NEW."end" - NEW.start) = NEW.wording)"""
ANCHOR_RULE = "newsroom_anchor_says_its_words"
RULES = {
    ANCHOR_RULE: Rule(
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
    "newsroom_claim_shows_its_anchor": copy_of_anchor("claim"),
    "newsroom_quote_shows_its_anchor": copy_of_anchor("quote"),
}

# The anchors' rule on PostgreSQL: once for all rows of an INSERT, for reading a long text anew for each of its thousand
# anchors takes minutes. `words` is what follows code point `at`; it is cut shorter as the anchors go on.
ANCHORS_IN_ORDER = """
    DECLARE anchor record; held bigint; words text; at integer;
    BEGIN
        FOR anchor IN SELECT * FROM fresh WHERE start IS NOT NULL ORDER BY draft_id, start LOOP
            IF held IS DISTINCT FROM anchor.draft_id THEN
                SELECT substr(text, anchor.start + 1) INTO words FROM newsroom_draft WHERE id = anchor.draft_id;
                held := anchor.draft_id;
                at := anchor.start;
            ELSIF anchor.start - at > 20000 THEN
                words := substr(words, anchor.start - at + 1);
                at := anchor.start;
            END IF;
            IF substr(words, anchor.start - at + 1, anchor."end" - anchor.start) IS DISTINCT FROM anchor.wording THEN
                RAISE EXCEPTION '{says}' {code};
            END IF;
        END LOOP;
        RETURN NULL;
    END"""


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
    triggers[ANCHOR_RULE] = (
        f"CREATE OR REPLACE TRIGGER {ANCHOR_RULE} AFTER INSERT ON newsroom_anchor "
        f"REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION {ANCHOR_RULE}()"
    )
    return triggers


def postgresql_functions() -> list[str]:
    """What the triggers call, as CREATE FUNCTION statements."""
    code = "USING ERRCODE = 'integrity_constraint_violation'"
    bodies = {"newsroom_refuse": f"BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME {code}; END"}
    for name, rule in RULES.items():
        refuse = f"IF {rule.broken} THEN RAISE EXCEPTION '{rule.says}' {code}; END IF;"
        bodies[name] = f"BEGIN {refuse} RETURN NEW; END"
    bodies[ANCHOR_RULE] = ANCHORS_IN_ORDER.format(says=RULES[ANCHOR_RULE].says, code=code)
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
        drop(using, RULES)


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
