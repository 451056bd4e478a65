"""Sources are listed by title whatever its case; files and snapshots of one source, and errata of one story, by pages."""

from typing import Any

from django.db import migrations, models


def fold(apps: Any, schema_editor: Any) -> None:
    sources = apps.get_model("newsroom", "Source").objects.using(schema_editor.connection.alias)
    for source in sources.only("title").iterator():
        source.title_folded = source.title.casefold()[:300]
        source.save(update_fields=["title_folded"])


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0013_sign_again")]

    operations = [
        migrations.RemoveIndex(model_name="source", name="source_by_title"),
        migrations.AddField(
            model_name="source",
            name="title_folded",
            field=models.CharField(default="", editable=False, max_length=300),
            preserve_default=False,
        ),
        migrations.RunPython(fold, migrations.RunPython.noop, elidable=False),
        migrations.AlterModelOptions(name="source", options={"ordering": ["title_folded", "id"]}),
        migrations.AddIndex(
            model_name="source", index=models.Index(fields=["title_folded", "id"], name="source_by_title")
        ),
        migrations.AddIndex(
            model_name="attachment", index=models.Index(fields=["source", "-id"], name="attachment_newest")
        ),
        migrations.AddIndex(
            model_name="snapshot", index=models.Index(fields=["source", "-id"], name="snapshot_newest")
        ),
        migrations.AddIndex(
            model_name="erratum", index=models.Index(fields=["article", "-published_at", "-at"], name="erratum_newest")
        ),
    ]
