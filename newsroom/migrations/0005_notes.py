"""A claim knows how many comments there are on it, so that no list has to count them."""

from django.db import migrations, models
from django.db.models import Count


def count_comments(apps, schema_editor):
    using = schema_editor.connection.alias
    claim, comment = apps.get_model("newsroom", "Claim"), apps.get_model("newsroom", "Comment")
    said = comment.objects.using(using).filter(thread__claim__isnull=False)
    for pk, notes in said.order_by().values_list("thread__claim").annotate(Count("id")):
        claim.objects.using(using).filter(pk=pk).update(notes=notes)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0004_passages")]

    operations = [
        migrations.AddField(
            "claim",
            "notes",
            models.PositiveIntegerField("notes", default=0, editable=False, help_text="Comments on it."),
        ),
        migrations.RunPython(count_comments, migrations.RunPython.noop),
    ]
