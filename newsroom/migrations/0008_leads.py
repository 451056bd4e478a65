"""A claim keeps the addresses that came with the words of its draft, until somebody makes evidence of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0007_named_by")]

    operations = [
        migrations.AddField(
            "claim",
            "leads",
            models.JSONField(
                "leads", blank=True, default=list, help_text="Addresses that came with the draft: href and words."
            ),
        ),
    ]
