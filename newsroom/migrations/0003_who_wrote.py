"""Each story remembers its authors and who took their own name off, as far as the audit trail knows."""

from django.conf import settings
from django.db import migrations, models


def look_back(apps, schema_editor):
    using = schema_editor.connection.alias
    article, event = apps.get_model("newsroom", "Article"), apps.get_model("newsroom", "Event")
    for story in article.objects.using(using).iterator():
        authors, wrote = set(), set()
        events = event.objects.using(using).filter(chain=f"article:{story.pk}", verb__in=("import", "assign"))
        for verb, role, by, data in events.order_by("seq").values_list("verb", "role", "account", "data"):
            if verb == "import":  # a reporter brings in a story of their own
                authors = wrote = {by} if role == "reporter" else set()
                continue
            before, authors = authors, set(data["authors"])
            wrote = authors | (wrote - (before - {by}))
        wrote |= set(story.authors.values_list("pk", flat=True))
        article.objects.using(using).filter(pk=story.pk).update(written_by=sorted(wrote))


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0002_desk")]

    operations = [
        migrations.AddField(
            "article",
            "written_by",
            models.JSONField(
                default=list,
                editable=False,
                help_text="Account ids of the authors, and of those who took themselves off the list.",
            ),
        ),
        migrations.AlterField(
            "article",
            "authors",
            models.ManyToManyField(
                blank=True,
                help_text="They never mark or dismiss its claims. Whoever takes their own name off keeps to that.",
                related_name="written",
                to=settings.AUTH_USER_MODEL,
                verbose_name="authors",
            ),
        ),
        migrations.RunPython(look_back, migrations.RunPython.noop),
    ]
