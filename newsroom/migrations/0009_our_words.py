"""Stories, accounts and roles are called so in the admin too."""

import django.contrib.auth.models
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0008_leads"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.CreateModel(
            "RoleGroup",
            [],
            bases=("auth.group",),
            managers=[("objects", django.contrib.auth.models.GroupManager())],
            options={
                "proxy": True,
                "verbose_name": "role",
                "verbose_name_plural": "roles",
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.AlterModelOptions(
            "article",
            {"ordering": ["-created_at", "-id"], "verbose_name": "story", "verbose_name_plural": "stories"},
        ),
        migrations.AlterModelOptions("user", {"verbose_name": "account", "verbose_name_plural": "accounts"}),
    ]
