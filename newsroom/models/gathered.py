"""Rows of another table as one column: what would be a query of its own on every page."""

import json
from datetime import UTC, datetime
from typing import Any

from django.db.models import JSONField, QuerySet, Subquery
from django.db.models.functions import JSONArray
from django.utils import timezone


class Gathered(Subquery):
    """The values of these fields in each of `rows`, in their order, as a list of lists; [] for none. Times come as text
    (`time_of`).
    """

    template = "(SELECT JSON_GROUP_ARRAY(JSON(held)) FROM (%(subquery)s) gathered)"

    def __init__(self, rows: QuerySet[Any], *fields: str) -> None:
        super().__init__(rows.values(held=JSONArray(*fields)), output_field=JSONField())

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        template = "(SELECT COALESCE(JSONB_AGG(held), '[]') FROM (%(subquery)s) gathered)"
        return self.as_sql(compiler, connection, template=template, **extra)


def time_of(text: str) -> datetime:
    """A gathered time; SQLite keeps UTC and does not say so."""
    read = datetime.fromisoformat(text)
    return read if timezone.is_aware(read) else read.replace(tzinfo=UTC)


def plainly(value: Any) -> Any:
    """Gathered JSON, which SQLite gives as text inside JSON."""
    return json.loads(value) if isinstance(value, str) else value
