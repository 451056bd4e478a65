"""A row remembers where the desk's own chain ends, and how many stories came in."""

from django.db import migrations, models


def remember(apps, schema_editor):
    using = schema_editor.connection.alias
    event, article = apps.get_model("newsroom", "Event"), apps.get_model("newsroom", "Article")
    last = event.objects.using(using).filter(chain="desk").order_by("-seq").first()
    apps.get_model("newsroom", "Trail").objects.using(using).create(
        chain="desk",
        version=last.seq if last else 0,
        head=last.hash if last else "0" * 64,
        stories=article.objects.using(using).count(),
    )


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_notes")]

    operations = [
        migrations.CreateModel(
            "Trail",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chain", models.CharField(max_length=40, unique=True, verbose_name="chain")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="events")),
                ("head", models.CharField(default="0" * 64, max_length=64, verbose_name="newest hash")),
                ("stories", models.PositiveIntegerField(default=0, verbose_name="stories")),
            ],
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
