"""The page that a draft was read from, as it was fetched."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0009_our_words")]

    operations = [
        migrations.CreateModel(
            name="Capture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked", models.CharField(max_length=2000, verbose_name="address asked")),
                (
                    "address",
                    models.CharField(help_text="Where redirects led to.", max_length=2000, verbose_name="address"),
                ),
                ("at", models.DateTimeField(verbose_name="fetched")),
                ("sha256", models.CharField(help_text="Of the bytes.", max_length=64, verbose_name="SHA-256")),
                ("data", models.BinaryField(verbose_name="bytes")),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="capture", to="newsroom.draft"
                    ),
                ),
            ],
            options={"ordering": ["draft_id"]},
        )
    ]
