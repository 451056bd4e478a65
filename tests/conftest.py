"""What every test can ask for, and what keeps tests from leaning on each other."""

import importlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import Client

from newsroom.domain.weighing.gathering import bare, rules_by, version
from newsroom.models import Event, Policy, User, triggers
from newsroom.models.draft import values

TOUCHES_DATABASE = {"db", "transactional_db", "live_server"}
IN_CI = os.environ.get("CI", "").lower() in ("true", "1")


def on_postgresql() -> bool:
    return connection.vendor == "postgresql"


def pytest_sessionstart() -> None:
    """Make room for the test database, and clear away what killed runs left."""
    var = Path(settings.BASE_DIR) / "var"
    var.mkdir(exist_ok=True)
    for left in var.glob("tests-*.sqlite3*"):
        pid = left.name.removeprefix("tests-").partition(".")[0]
        if pid.isdecimal() and not Path("/proc", pid).exists():
            left.unlink(missing_ok=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what touches the database is run: `make test` runs everything on SQLite first."""
    if not on_postgresql():
        return
    without = [item for item in items if not touches_database(item)]
    items[:] = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=without)


def touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & TOUCHES_DATABASE)


# --- A desk as migrations leave it, also after a transactional test has emptied every table ---


def furnish(using: str, **kwargs: Any) -> None:
    """Roles, the desk chain's first event and the house's policy again, by the migrations' own functions; Django's
    flush ends here.
    """
    policy = importlib.import_module("newsroom.migrations.0012_house_policy")
    desk = importlib.import_module("newsroom.migrations.0002_desk")
    trail = importlib.import_module("newsroom.migrations.0006_trail")
    editor = SimpleNamespace(connection=SimpleNamespace(alias=using))
    desk.make_roles(apps, editor)
    if not Event.objects.using(using).filter(chain="desk").exists():
        desk.open_desk(apps, editor)
        trail.remember(apps, editor)
    if not Policy.objects.using(using).exists():
        policy.make_policy(apps, editor)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Django's test database, whose flushes bring the roles and the desk's first event back."""
    post_migrate.connect(furnish, sender=apps.get_app_config("newsroom"))


def lift_append_only() -> None:
    """Drop the append-only triggers. Whoever calls this flushes next, which installs them again."""
    with connection.cursor() as cursor:
        for name in (name for name in triggers.present("default") if "_no_" in name):
            table = f" ON {name.rpartition('_no_')[0]}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{table}")


@pytest.fixture(autouse=True)
def flushable(request: pytest.FixtureRequest) -> Iterator[None]:
    """The one place where the append-only triggers are lifted: at the end of a transactional test, which Django
    ends with a flush. The sign-in counts, which no flush reaches, go too.
    """
    marker = request.node.get_closest_marker("django_db")
    transactional = marker is not None and marker.kwargs.get("transaction", False)
    if not transactional and not {"transactional_db", "live_server"}.intersection(request.fixturenames):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    cache.clear()
    lift_append_only()


@pytest.fixture(autouse=True)
def nothing_is_remembered() -> None:
    """Ids are given out anew after a rollback, so what a process knows of policies and drafts ends with each test."""
    for memory in (rules_by, version, bare, values):
        memory.cache_clear()


# --- People and threads ---


@pytest.fixture
def client_for() -> Callable[[User | None], Client]:
    """`client_for(user)`: a test client with that person signed in; `client_for(None)` is a stranger."""

    def make(user: User | None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return make


@pytest.fixture
def together() -> Callable[..., list[Any]]:
    """`together(job, job, …)`: run the jobs at once, each in a thread with a connection of its own (the test needs
    `transactional_db`). Returns what they returned, in order; the first exception is raised here.
    """

    def run(*jobs: Callable[[], Any]) -> list[Any]:
        start = threading.Barrier(len(jobs))
        results: list[Any] = [None] * len(jobs)
        errors: list[BaseException] = []

        def work(place: int, job: Callable[[], Any]) -> None:
            try:
                start.wait()
                results[place] = job()
            except BaseException as error:
                errors.append(error)
            finally:
                connection.close()

        threads = [threading.Thread(target=work, args=pair) for pair in enumerate(jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if errors:
            raise errors[0]
        return results

    return run
