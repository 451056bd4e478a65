"""Very many rows at once: past the ORM's instances, but through every constraint and trigger of the database."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Field, Max, Model

Rows = dict[type[Model], list[dict[str, Any]]]
CONVERTED = ("DateTimeField", "JSONField", "UUIDField")


def pour(model: type[Model], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows given by attribute name; what the first one leaves out gets the field's default in all."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if field.attname in rows[0] or field.attname != "id"]
    given = [field for field in fields if field.attname in rows[0]]
    rest = tuple(prepared(field, field.get_default()) for field in fields if field not in given)
    takers = [taker(field) for field in given]
    values = (tuple(take(row) for take in takers) + rest for row in rows)
    columns = [connection.ops.quote_name(field.column) for field in (*given, *(f for f in fields if f not in given))]
    insert(f"{connection.ops.quote_name(model._meta.db_table)} ({', '.join(columns)})", len(columns), values)


def prepared(field: "Field[Any, Any]", value: Any) -> Any:
    return field.get_db_prep_save(value, connection=connection)


def taker(field: "Field[Any, Any]") -> Callable[[dict[str, Any]], Any]:
    name = field.attname
    if field.get_internal_type() in CONVERTED:
        return lambda row: prepared(field, row[name])
    return lambda row: row[name]


def insert(into: str, width: int, values: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            connection.connection.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * width)})", values)


def next_ids(models: Iterable[type[Model]]) -> dict[type[Model], int]:
    """The first free id of each table."""
    return {model: (model._default_manager.aggregate(top=Max("pk"))["top"] or 0) + 1 for model in models}


def settle(models: Iterable[type[Model]]) -> None:
    """What a server that has run for a while has done by itself: sequences stand right, statistics are there."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
