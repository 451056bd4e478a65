"""The one Django app."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class NewsroomConfig(AppConfig):
    name = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        pre_migrate.connect(make_way, sender=self)
        post_migrate.connect(reinstall_triggers, sender=self)


def make_way(using: str, **_: Any) -> None:
    """Lift what SQLite would stumble over while it rebuilds a table."""
    from newsroom.models import triggers  # models can only be imported once the app registry is ready

    triggers.make_way(using)


def reinstall_triggers(using: str, **_: Any) -> None:
    """Put the triggers back after every migrate: SQLite drops them when it rebuilds a table."""
    from newsroom.models import triggers

    triggers.install(using)
