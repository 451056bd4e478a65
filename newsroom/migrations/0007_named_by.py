"""A quote knows who named or confirmed its speaker; earlier corrections are found in the audit trail."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def look_back(apps, schema_editor):
    using = schema_editor.connection.alias
    quote, event = apps.get_model("newsroom", "Quote"), apps.get_model("newsroom", "Event")
    corrections = event.objects.using(using).filter(verb="correct speaker").order_by("id")
    for thing, account in corrections.values_list("object", "account"):
        quote.objects.using(using).filter(pk=thing.removeprefix("quote:")).update(named_by=account)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0006_trail")]

    operations = [
        migrations.AddField(
            "quote",
            "named_by",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(look_back, migrations.RunPython.noop),
    ]
