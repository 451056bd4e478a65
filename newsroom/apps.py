"""The one Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class NewsroomConfig(AppConfig):
    name = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(reinstall_triggers, sender=self)


def reinstall_triggers(using: str, **kwargs: Any) -> None:
    """Put the append-only triggers back after every migrate: SQLite drops them when it rebuilds a table."""
    from newsroom.models import triggers  # models can only be imported once the app registry is ready

    triggers.install(using)
