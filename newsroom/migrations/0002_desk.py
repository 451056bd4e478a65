"""The roles, the table that sign-in attempts are counted in, and the first event of the desk's own chain."""

import hashlib
import json
from datetime import UTC, datetime

from django.core.management import call_command
from django.db import migrations

ROLES = ("reporter", "checker", "editor", "legal")


def make_roles(apps, schema_editor):
    group = apps.get_model("auth", "Group")
    for name in ROLES:
        group.objects.using(schema_editor.connection.alias).get_or_create(name=name)


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def open_desk(apps, schema_editor):
    row = {
        "seq": 1,
        "at": datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "actor": "",
        "role": "",
        "verb": "open desk",
        "object": "desk",
        "data": {},
        "prev": "0" * 64,
    }
    canonical = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    row["hash"] = hashlib.sha256((row["prev"] + canonical).encode()).hexdigest()
    apps.get_model("newsroom", "Event").objects.using(schema_editor.connection.alias).create(chain="desk", **row)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0001_start"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.RunPython(make_roles, migrations.RunPython.noop),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
        migrations.RunPython(open_desk, migrations.RunPython.noop),
    ]
