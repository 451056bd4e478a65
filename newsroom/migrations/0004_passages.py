"""Drafts lie in passages as well, which the rule about anchors reads; those that are there already are laid out."""

import django.db.models.deletion
from django.db import migrations, models

LENGTH = 10_000


def lay_out(apps, schema_editor):
    using = schema_editor.connection.alias
    draft, passage = apps.get_model("newsroom", "Draft"), apps.get_model("newsroom", "Passage")
    for pk, text in draft.objects.using(using).order_by("pk").values_list("pk", "text").iterator(chunk_size=100):
        starts = enumerate(range(0, len(text), LENGTH))
        passage.objects.using(using).bulk_create(
            passage(draft_id=pk, number=number, text=text[start : start + LENGTH]) for number, start in starts
        )


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0003_who_wrote")]

    operations = [
        migrations.CreateModel(
            "Passage",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("text", models.TextField(verbose_name="text")),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passages", to="newsroom.draft"
                    ),
                ),
            ],
            options={
                "ordering": ["draft_id", "number"],
                "constraints": [models.UniqueConstraint(fields=("draft", "number"), name="passage_number_once")],
            },
        ),
        migrations.RunPython(lay_out, migrations.RunPython.noop),
    ]
