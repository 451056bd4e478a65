"""Database triggers: what the application must never do, the database refuses on its own.

Append-only tables take no UPDATE, no DELETE (REPLACE is one on SQLite, given `recursive_triggers`) and no TRUNCATE.
An anchor's wording must be exactly the words of its draft. A refusal is an `IntegrityError` in Django.
"""

from django.db import connections

APPEND_ONLY = (
    "newsroom_draft",
    "newsroom_anchor",
    "newsroom_review",
    "newsroom_suspension",
    "newsroom_dismissal",
    "newsroom_comment",
    "newsroom_event",
)
ANCHOR_RULE = "newsroom_anchor_says_its_words"
WRONG_WORDS = "an anchor must carry exactly the words of its draft"


def sqlite_triggers() -> dict[str, str]:
    """Name -> CREATE TRIGGER statement."""
    triggers = {
        f"{table}_no_{action.lower()}": f"CREATE TRIGGER IF NOT EXISTS {table}_no_{action.lower()} "
        f"BEFORE {action} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in APPEND_ONLY
        for action in ("UPDATE", "DELETE")
    }
    triggers[ANCHOR_RULE] = f"""
        CREATE TRIGGER IF NOT EXISTS {ANCHOR_RULE} BEFORE INSERT ON newsroom_anchor
        WHEN NEW.start IS NOT NULL AND NEW.wording IS NOT (
            SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) FROM newsroom_draft WHERE id = NEW.draft_id)
        BEGIN SELECT RAISE(ABORT, '{WRONG_WORDS}'); END"""  # noqa: S608 - names of ours only
    return triggers


def postgresql_triggers() -> dict[str, str]:
    """Name -> CREATE TRIGGER statement; `POSTGRESQL_FUNCTIONS` come first."""
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
    triggers[ANCHOR_RULE] = (
        f"CREATE OR REPLACE TRIGGER {ANCHOR_RULE} BEFORE INSERT ON newsroom_anchor "
        "FOR EACH ROW WHEN (NEW.start IS NOT NULL) EXECUTE FUNCTION newsroom_check_words()"
    )
    return triggers


POSTGRESQL_FUNCTIONS = (
    """
    CREATE OR REPLACE FUNCTION newsroom_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    f"""
    CREATE OR REPLACE FUNCTION newsroom_check_words() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.wording IS DISTINCT FROM (
            SELECT substr(text, NEW.start + 1, NEW."end" - NEW.start) FROM newsroom_draft WHERE id = NEW.draft_id
        ) THEN
            RAISE EXCEPTION '{WRONG_WORDS}' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
    END $$""",  # noqa: S608
)


def wanted(vendor: str) -> dict[str, str]:
    """Every trigger that a migrated database has, by name; `vendor` is "sqlite" or "postgresql"."""
    return {"sqlite": sqlite_triggers, "postgresql": postgresql_triggers}[vendor]()


def install(using: str) -> None:
    """Put every trigger in place whose table exists; safe to repeat, run after each migrate."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if not tables.issuperset(APPEND_ONLY):  # migrated back, or part of the way
            return
        if connection.vendor == "postgresql":
            for function in POSTGRESQL_FUNCTIONS:
                cursor.execute(function)
        for statement in wanted(connection.vendor).values():
            cursor.execute(statement)


def present(using: str) -> set[str]:
    """The names of our triggers that the database has now."""
    query = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute(query[connection.vendor])
        return {name for (name,) in cursor.fetchall() if name.startswith("newsroom_")}
